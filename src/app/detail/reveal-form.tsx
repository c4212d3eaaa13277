import { useQueryClient } from "@tanstack/react-query";
import Button from "antd/es/button";
import Input from "antd/es/input/Input";
import { useEffect, useId, useRef, useState, type SubmitEvent } from "react";
import { useTranslations } from "use-intl";
import { ApiError, isLapse } from "#app/api/api-error.ts";
import { tellLapse } from "#app/api/lapse.ts";
import { useErrorWords } from "#app/i18n/error-words.ts";
import { factsLine } from "#app/i18n/facts-line.ts";
import { isTooShortReason, REASON_LENGTH } from "#contract/api/reveal.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { revealNumbers, useLastReasons } from "./reveal-numbers.ts";
import classes from "./reveal-form.module.css";

interface RevealFormProps {
  readonly instance: string;
  readonly contactId: string;
  readonly onRevealed: (numbers: CallRecord) => void;
}

/** Asks for a reason, and then for the numbers of one call as they are. */
export function RevealForm({ instance, contactId, onRevealed }: RevealFormProps) {
  const t = useTranslations("reveal");
  const errorWords = useErrorWords();
  const client = useQueryClient();
  const reasons = useLastReasons();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [isLeft, setLeft] = useState(false);
  const [reason, setReason] = useState("");
  const [isAsking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string>();
  const asked = useRef<AbortController>(undefined);
  // Whoever has gone on to another call does not wait for these.
  useEffect(() => () => asked.current?.abort(), []);

  function leave() {
    asked.current?.abort();
    setAsking(false);
    setProblem(undefined);
    setLeft(true);
    setOpen(false);
  }
  async function ask(event: SubmitEvent) {
    event.preventDefault();
    const given = reason.trim();
    if (isTooShortReason(given)) return setProblem(t("tooShort", { least: REASON_LENGTH.least }));
    const controller = new AbortController();
    asked.current = controller;
    setProblem(undefined);
    setAsking(true);
    try {
      const request = { instance, reason: given };
      onRevealed(await revealNumbers(client, contactId, request, controller.signal));
    } catch (error) {
      if (controller.signal.aborted) return undefined;
      setAsking(false);
      if (!(error instanceof ApiError)) return setProblem(t("failed"));
      // Nothing that is watched for has failed, so it has to be told.
      if (isLapse(error)) tellLapse(client, "lapsed");
      const { title, facts } = errorWords(error);
      setProblem(factsLine([t("failed"), title, facts]));
    }
    return undefined;
  }

  if (!isOpen)
    return (
      // Who has closed the form goes on from where it was opened.
      <Button size="small" autoFocus={isLeft} onClick={() => setOpen(true)}>
        {t("button")}
      </Button>
    );
  return (
    <form
      className={classes["form"]}
      onSubmit={(event) => void ask(event)}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        // It is the form that closes, and not the drawer around it.
        event.stopPropagation();
        leave();
      }}
    >
      <label htmlFor={id}>{t("reason")}</label>
      <Input
        id={id}
        autoFocus
        value={reason}
        list={`${id}-last`}
        maxLength={REASON_LENGTH.most}
        placeholder={t("placeholder")}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => {
          setReason(target.value);
          setProblem(undefined);
        }}
      />
      <datalist id={`${id}-last`}>
        {reasons.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <p id={`${id}-hint`} className={classes["hint"]}>
        {t("hint")}
      </p>
      {problem !== undefined && (
        <p role="alert" className={classes["problem"]}>
          {problem}
        </p>
      )}
      <span className={classes["actions"]}>
        <Button size="small" type="primary" htmlType="submit" loading={isAsking}>
          {t("show")}
        </Button>
        <Button size="small" onClick={leave}>
          {t("cancel")}
        </Button>
      </span>
    </form>
  );
}
