#!/bin/sh
# Verifies a case with nothing but a POSIX shell and sha256sum.
#
#   sh verify-journal.sh [CASE-FOLDER]     without a folder: the one this script lies in
#
# journal.jsonl: each line begins with the SHA-256 of the bytes of the line before it (without
# its newline) and with its own number. HEAD: the number and the SHA-256 of the last line. The
# first line holds the SHA-256 of case.json, evidence lines hold those of the evidence files.
# Exit status: 0 all of it holds, 1 something does not (the first thing is said), 2 cannot tell.

LC_ALL=C
export LC_ALL
set -u

case $0 in
*/*) folder=${0%/*} ;;
*) folder=. ;;
esac
cd -- "${1:-$folder}" || exit 2
command -v sha256sum >/dev/null || {
  echo "verify-journal: sha256sum is missing on this machine" >&2
  exit 2
}

broken() {
  printf 'BROKEN: %s\n' "$1"
  exit 1
}

note() {
  printf 'note: %s\n' "$1"
}

# Sets hash to that of a text, without a newline.
hash_text() {
  hash=$(printf '%s' "$1" | sha256sum)
  hash=${hash%% *}
}

# Sets hash to that of a file.
hash_file() {
  [ -f "$1" ] && [ ! -h "$1" ] || broken "${2}$1 is missing or no plain file"
  [ -r "$1" ] || {
    echo "verify-journal: $1 cannot be read" >&2
    exit 2
  }
  hash=$(sha256sum <"$1")
  hash=${hash%% *}
}

# Sets value to what stands between two marks of the line; the first mark is there.
between() {
  value=${line#*"$1"}
  value=${value%%"$2"*}
}

bound_file() { # path hash
  case $1 in
  '' | /* | *..* | *[!A-Za-z0-9./-]*) broken "line $n names a file that is none of ours" ;;
  esac
  hash_file "$1" "line $n: "
  [ "$hash" = "$2" ] || broken "line $n: $1 has another SHA-256 than the line says"
}

for name in case.json journal.jsonl HEAD; do
  [ -f "$name" ] || broken "$name is missing"
done
head_line=
head_hash=
IFS=' ' read -r head_line head_hash <HEAD || broken "HEAD does not look like one"

n=0
prev=0000000000000000000000000000000000000000000000000000000000000000
named=
tail=
evidence=0
known=' '
while IFS= read -r line || {
  tail=$line
  false
}; do
  n=$((n + 1))
  case $line in
  "{\"prev\":\"$prev\",\"n\":$n,"*) ;;
  *)
    if [ "$n" -eq 1 ]; then
      broken "line 1 does not begin as a first line must"
    fi
    broken "line $n does not follow from line $((n - 1)): one of the two was changed, or lines were removed, inserted or swapped here"
    ;;
  esac
  hash_text "$line"
  prev=$hash
  if [ "$n" = "$head_line" ]; then
    named=$hash
  fi
  case $line in
  *',"type":"evidence-taken","file":"'*)
    between ',"type":"evidence-taken","file":"' '"'
    path=$value
    between '","sha256":"' '"'
    bound_file "$path" "$value"
    evidence=$((evidence + 1))
    known="$known$path "
    ;;
  *',"type":"torn-tail","bytes":'*)
    between ',"file":"' '"'
    path=$value
    between '","sha256":"' '"'
    bound_file "$path" "$value"
    ;;
  *',"type":"case-opened","caseFile":"'*)
    between ',"type":"case-opened","caseFile":"' '"'
    bound_file case.json "$value"
    opened=$n
    ;;
  esac
done <journal.jsonl

[ "$n" -gt 0 ] || broken "the journal has no lines"
[ "${opened:-0}" -eq 1 ] || broken "line 1 does not open the case"
[ -n "$named" ] || broken "HEAD names line $head_line, the journal has $n lines: the end is missing"
[ "$named" = "$head_hash" ] || broken "HEAD does not match line $head_line"
hash_file HEAD ''
head=$hash
hash=$(printf '%s %s\n' "$head_line" "$head_hash" | sha256sum)
[ "$head" = "${hash%% *}" ] || broken "HEAD holds more than it must"
[ "$n" = "$head_line" ] || note "HEAD is behind: it names line $head_line of $n"

# A shell passes over bytes of value 0; the file as it was read must be the file as it is.
seen=$(
  while IFS= read -r line || {
    printf '%s' "$line"
    false
  }; do
    printf '%s\n' "$line"
  done <journal.jsonl | sha256sum
)
hash_file journal.jsonl ''
[ "${seen%% *}" = "$hash" ] || broken "journal.jsonl holds bytes of value 0"
[ -z "$tail" ] || note "the last line was cut and does not count"

# What a sudden end leaves has a number after the last registered one; anything else was put there.
for path in evidence/* evidence/*/* evidence/*/*/*; do
  [ -d "$path" ] && [ ! -h "$path" ] && continue
  [ -e "$path" ] || [ -h "$path" ] || continue
  case $known in
  *" $path "*) continue ;;
  esac
  number=${path#evidence/EV-}
  number=${number%%-*}
  while [ "$number" != "${number#0}" ]; do number=${number#0}; done
  case $number in
  '' | *[!0-9]*) broken "$path is not registered in the journal" ;;
  esac
  [ "$number" -gt "$evidence" ] || broken "$path is not registered in the journal"
  note "$path is not registered: it was stored last, and its line is missing"
done

printf 'OK: %s lines, %s evidence files, last line %s\n' "$n" "$evidence" "$prev"
