import { useQueryClient } from "@tanstack/react-query";
import Button from "antd/es/button";
import Modal from "antd/es/modal/Modal";
import { useEffect, useRef, useState } from "react";
import { ApiError, isLapse } from "#app/api/api-error.ts";
import { tellLapse } from "#app/api/lapse.ts";
import { useHasRight } from "#app/api/use-rights.ts";
import { useErrorWords } from "#app/i18n/error-words.ts";
import { factsLine } from "#app/i18n/facts-line.ts";
import { useFormats } from "#app/i18n/use-formats.ts";
import { useManyWords } from "#app/i18n/use-many-words.ts";
import { useOwnEscape } from "#app/ui/use-own-escape.ts";
import { useView } from "#app/view/use-view.tsx";
import { withCriterion, withoutOverriding } from "#contract/filter/criteria.ts";
import { readPastedList, type PastedItem } from "#contract/filter/pasted-list.ts";
import { askItem } from "./ask-item.ts";
import { findMany, type ManyFound } from "./find-many.ts";
import { FoundCalls } from "./found-calls.tsx";
import { NamedItems } from "./named-items.tsx";
import classes from "./many.module.css";

interface ManyDialogProps {
  readonly open: boolean;
  /** What was pasted elsewhere. */
  readonly pasted: string;
  readonly onClose: () => void;
}

/** Looks for up to 50 numbers and ids at once. What was found is still there when it is opened again. */
export function ManyDialog({ open, pasted, onClose }: ManyDialogProps) {
  const words = useManyWords();
  const { count } = useFormats();
  const errorWords = useErrorWords();
  const client = useQueryClient();
  const { calls, change } = useView();
  const maySearchNumbers = useHasRight("searchByNumber");
  const [text, setText] = useState(pasted);
  const [done, setDone] = useState<number>();
  const [found, setFound] = useState<ManyFound>();
  const asking = useRef<AbortController>(undefined);
  useOwnEscape(open, onClose);
  useEffect(() => () => asking.current?.abort(), []);

  const { items, over, unknown, repeated } = readPastedList(text);
  const isAllowed = ({ filter }: PastedItem) => maySearchNumbers || filter === "contactId";
  const asked = items.filter(isAllowed);
  const notAllowed = items.filter((item) => !isAllowed(item));

  function write(next: string) {
    asking.current?.abort();
    setText(next);
    setFound(undefined);
    setDone(undefined);
  }
  function find() {
    if (calls === undefined) return;
    asking.current?.abort();
    const controller = new AbortController();
    const { signal } = controller;
    asking.current = controller;
    setFound(undefined);
    setDone(0);
    const finish = (result?: ManyFound) => {
      if (signal.aborted) return;
      setFound(result);
      // Nothing that is watched for has failed, so it has to be told.
      const isLapsed = result?.failed.some(
        ({ error }) => error instanceof ApiError && isLapse(error),
      );
      if (isLapsed === true) tellLapse(client, "lapsed");
      setDone(undefined);
    };
    const tell = (now: number) => {
      if (!signal.aborted) setDone(now);
    };
    findMany(asked, (item) => askItem(client, calls, item, signal), tell, signal).then(finish, () =>
      finish(),
    );
  }
  function filterBy({ filter, value }: PastedItem) {
    onClose();
    change(({ criteria }) => ({
      criteria: withCriterion(withoutOverriding(criteria), filter, value),
    }));
  }
  function openCall(record: string) {
    onClose();
    change({ record });
  }
  function whyOf(error: unknown): string {
    if (!(error instanceof ApiError)) return "";
    const { title, facts } = errorWords(error);
    return factsLine([title, facts]);
  }
  const missing = found?.missing.map(({ text: said, filter }) => ({
    text: said,
    why: filter === "contactId" ? words.missingId : words.missingNumber,
  }));
  return (
    <Modal open={open} onCancel={onClose} title={words.title} footer={null} width={640}>
      <div className={classes["body"]}>
        <p className={classes["note"]}>{words.hint}</p>
        <textarea
          className={classes["text"]}
          aria-label={words.list}
          rows={6}
          spellCheck={false}
          autoComplete="off"
          value={text}
          onChange={(event) => write(event.target.value)}
        />
        <p className={classes["note"]} role="status">
          {done === undefined
            ? words.read(count(asked.length), count(repeated))
            : words.progress(count(done), count(asked.length))}
        </p>
        <Button
          type="primary"
          className={classes["find"] ?? ""}
          disabled={asked.length === 0 || calls === undefined}
          loading={done !== undefined}
          onClick={find}
        >
          {words.find}
        </Button>
        <NamedItems title={words.over(count(over.length))} items={over} />
        <NamedItems
          title={words.unknown(count(unknown.length))}
          items={unknown.map((one) => ({ text: one }))}
        />
        <NamedItems title={words.notAllowed(count(notAllowed.length))} items={notAllowed} />
        {found && (
          <>
            <NamedItems title={words.missing(count(found.missing.length))} items={missing ?? []} />
            <NamedItems
              title={words.failed(count(found.failed.length))}
              items={found.failed.map(({ item, error }) => ({
                text: item.text,
                why: whyOf(error),
              }))}
            />
            <FoundCalls found={found} onFilter={filterBy} onOpen={openCall} />
          </>
        )}
      </div>
    </Modal>
  );
}
