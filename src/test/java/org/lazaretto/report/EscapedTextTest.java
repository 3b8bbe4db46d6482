package org.lazaretto.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EscapedTextTest {
  @Test
  void html_text_has_no_markup_and_shows_hidden_characters_apart() {
    assertThat(HtmlText.styled("<b>\"x\" & 'y' `z`\u202e"))
        .isEqualTo(
            "&lt;b&gt;&#34;x&#34; &amp; &#39;y&#39; &#96;z&#96;<b class=\"esc\">\\u202e</b>");
  }

  @Test
  void html_text_for_a_title_has_no_tag_at_all() {
    assertThat(HtmlText.plain("<i>\u200b")).isEqualTo("&lt;i&gt;\\u200b");
  }

  @ParameterizedTest
  @CsvSource({
    "a|b, a\\|b",
    "[x](javascript:alert), \\[x\\](javascript:alert)",
    "![x](y), \\!\\[x\\](y)",
    "`x`, \\`x\\`",
    "**x**, \\*\\*x\\*\\*",
    "a_b, a\\_b",
    "~~x~~, \\~\\~x\\~\\~",
    "# x, \\# x",
    "<img>, &lt;img&gt;",
    "&lt;, &amp;lt;",
    "- x, \\- x",
    "+ x, \\+ x",
    "1. x, 1\\. x",
    "1) x, 1\\) x",
    "===, \\===",
    "2026-11-21, 2026-11-21",
    "3.65, 3.65",
    "http://evil.example, http\\://evil.example",
    "WWW.evil.example, WWW\\.evil.example",
    "a\\, a\\\\"
  })
  void running_markdown_is_only_text(String text, String escaped) {
    assertThat(MarkdownText.running(text)).isEqualTo(escaped);
  }

  @Test
  void a_new_line_in_markdown_text_does_not_begin_a_line() {
    assertThat(MarkdownText.running("a\n# b\r\n> c")).isEqualTo("a\\\\n\\# b\\\\r\\\\n&gt; c");
  }

  @ParameterizedTest
  @CsvSource({
    "plain, `plain`",
    "a|b, `a\\|b`",
    "a`b, ``a`b``",
    "`a``b`, ``` `a``b` ```",
    "a\\|b, a\\\\\\|b"
  })
  void a_code_span_ends_where_its_text_ends(String text, String span) {
    assertThat(MarkdownText.code(text)).isEqualTo(span);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void a_code_span_of_nothing_is_a_dash(String text) {
    assertThat(MarkdownText.code(text)).isEqualTo("–");
  }

  @Test
  void a_code_block_ends_where_its_text_ends() {
    assertThat(MarkdownText.block("a\n```\nb")).isEqualTo("````text\na\\n```\\nb\n````");
  }
}
