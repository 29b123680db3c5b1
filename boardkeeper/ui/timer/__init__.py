"""The timer on screen: its chip in the window's bar, its dialogs, and its menu in the tray."""
