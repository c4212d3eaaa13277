/** Whether the system may notify: `none` where the browser cannot. */
export function notifyPermission(): NotificationPermission | "none" {
  return "Notification" in globalThis ? Notification.permission : "none";
}

/** Notifies by the system, where the reader has agreed. One of the same `tag` takes its place. */
export function notify(title: string, body: string, tag: string, onClick: () => void): void {
  if (notifyPermission() !== "granted") return;
  try {
    const shown = new Notification(title, { body, tag });
    shown.addEventListener("click", () => {
      window.focus();
      shown.close();
      onClick();
    });
  } catch {
    // On phones only service workers may: the banner has said it.
  }
}
