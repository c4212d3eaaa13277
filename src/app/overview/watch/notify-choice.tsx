import Button from "antd/es/button";
import { useState } from "react";
import { useWatchWords } from "#app/i18n/use-watch-words.ts";
import { notifyPermission } from "./notify.ts";
import classes from "./watch.module.css";

interface NotifyChoiceProps {
  readonly isOn: boolean;
  readonly onChange: (on: boolean) => void;
}

/** Notifications of the system: the browser asks for leave once the button is pressed, and never before. */
export function NotifyChoice({ isOn, onChange }: NotifyChoiceProps) {
  const words = useWatchWords();
  const [permission, setPermission] = useState(notifyPermission);
  if (permission === "none") return null;
  async function turnOn() {
    const answer = await Notification.requestPermission();
    setPermission(answer);
    onChange(answer === "granted");
  }
  const isActive = isOn && permission === "granted";
  return (
    <div className={classes["notify"]}>
      <Button
        size="small"
        aria-pressed={isActive}
        onClick={() => (isActive ? onChange(false) : void turnOn())}
      >
        {isActive ? words.notifyOff : words.notify}
      </Button>
      {permission === "denied" && <p className={classes["about"]}>{words.notifyDenied}</p>}
      {isActive && <p className={classes["about"]}>{words.notifyOn}</p>}
    </div>
  );
}
