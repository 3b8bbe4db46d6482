package org.lazaretto.ui.start;

import org.lazaretto.session.Workstation;
import org.lazaretto.ui.fx.Actions;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.fx.DesktopServices;
import org.lazaretto.ui.fx.WindowControls;

/**
 * What the start page works with.
 *
 * @param workstation what can be opened
 * @param background where work goes that blocks
 * @param desktop what the desktop around the window does
 * @param choices hears what was chosen
 * @param controls the window around the page
 * @param actions where the page offers what can be done
 */
public record Means(
    Workstation workstation,
    Background background,
    DesktopServices desktop,
    Choices choices,
    WindowControls controls,
    Actions actions) {}
