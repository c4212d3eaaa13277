import Modal from "antd/es/modal/Modal";
import { Fragment } from "react";
import { useMessages } from "use-intl";
import { useShortcutWords } from "#app/i18n/use-shortcut-words.ts";
import { useOwnEscape } from "#app/ui/use-own-escape.ts";
import type { Messages } from "#labels/messages.ts";
import { keyCaps, SHORTCUTS, type ShortcutGroup } from "./shortcuts.ts";
import classes from "./shortcuts-dialog.module.css";

interface ShortcutsDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Every key that does something, by where it does. The focus returns to where it was. */
export function ShortcutsDialog({ open, onClose }: ShortcutsDialogProps) {
  // The provider is only ever given a `Messages`.
  const { actions, columns } = useMessages() as Messages;
  const words = useShortcutWords();
  const texts: Readonly<Record<ShortcutGroup, Readonly<Record<string, string>>>> = {
    moving: words.moving,
    row: words.row,
    record: words.record,
    timeline: words.timeline,
    recording: words.recording,
    cell: actions.shortcuts,
    heading: columns.shortcuts,
    screen: words.screen,
  };
  useOwnEscape(open, onClose);
  // They are listed in the order that the one list has.
  const groups = Object.entries(SHORTCUTS) as [ShortcutGroup, (typeof SHORTCUTS)[ShortcutGroup]][];
  return (
    <Modal open={open} onCancel={onClose} title={words.title} footer={null} width={760}>
      <div className={classes["groups"]}>
        {groups.map(([group, shortcuts]) => (
          <section key={group} className={classes["group"]}>
            <h2 className={classes["title"]}>{words.groups[group]}</h2>
            <dl className={classes["list"]}>
              {shortcuts.map(({ keys, message }) => (
                <div key={message} className={classes["shortcut"]}>
                  <dt className={classes["keys"]}>
                    {keys.map((chord) => (
                      <span key={chord} className={classes["chord"]}>
                        {keyCaps(chord, words.keys).map((cap, index) => (
                          <Fragment key={cap}>
                            {index > 0 && <span>+</span>}
                            <kbd className={classes["key"]}>{cap}</kbd>
                          </Fragment>
                        ))}
                      </span>
                    ))}
                  </dt>
                  <dd className={classes["does"]}>{texts[group][message]}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
