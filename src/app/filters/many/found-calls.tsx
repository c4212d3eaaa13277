import Button from "antd/es/button";
import { useFormats } from "#app/i18n/use-formats.ts";
import { useLabels } from "#app/i18n/use-labels.ts";
import { useManyWords } from "#app/i18n/use-many-words.ts";
import { outsideText } from "#app/ui/outside-text.tsx";
import type { PastedItem } from "#contract/filter/pasted-list.ts";
import { enumLabel } from "#labels/labels.ts";
import type { ManyFound } from "./find-many.ts";
import classes from "./many.module.css";

interface FoundCallsProps {
  readonly found: ManyFound;
  readonly onFilter: (item: PastedItem) => void;
  readonly onOpen: (contactId: string) => void;
}

/** What was found: how many calls each item has, and the calls, the latest first. */
export function FoundCalls({ found, onFilter, onOpen }: FoundCallsProps) {
  const words = useManyWords();
  const { count, instant } = useFormats();
  const labels = useLabels();
  const { calls, notListed } = found;
  if (calls.length === 0) return null;
  const title = words.found(count(found.found.length), count(calls.length));
  return (
    <section aria-label={title}>
      <h3 className={classes["head"]}>{title}</h3>
      <ul className={classes["items"]}>
        {found.found.map(({ item, total }) => (
          <li key={`${item.filter} ${item.value}`}>
            {outsideText(item.text)}
            <span className={classes["why"]}>{words.total(count(total))}</span>
            <Button type="link" size="small" onClick={() => onFilter(item)}>
              {words.filterBy}
            </Button>
          </li>
        ))}
      </ul>
      {notListed > 0 && <p className={classes["note"]}>{words.notListed(count(notListed))}</p>}
      <table className={classes["calls"]}>
        <tbody>
          {calls.map(
            ({ contactId = "", startTime, callingNumber, calledNumber, contactDisposition }) => (
              <tr key={contactId}>
                <td>
                  <Button
                    type="link"
                    size="small"
                    className={classes["open"] ?? ""}
                    title={contactId}
                    onClick={() => onOpen(contactId)}
                  >
                    {startTime === undefined ? outsideText(contactId) : instant(startTime)}
                  </Button>
                </td>
                <td>{[callingNumber, calledNumber].map((number) => number ?? "–").join(" → ")}</td>
                <td>
                  {contactDisposition !== undefined &&
                    enumLabel(labels, "contactDisposition", contactDisposition)}
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </section>
  );
}
