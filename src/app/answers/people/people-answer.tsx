import Button from "antd/es/button";
import { useCallback, useState } from "react";
import { useLocale } from "use-intl";
import { AnswerFrame } from "#app/answers/answer-frame.tsx";
import type { AnswerProps } from "#app/answers/answer-props.ts";
import { AnswerRetry } from "#app/answers/answer-retry.tsx";
import { useAnswerExport } from "#app/answers/use-answer-export.ts";
import { useHasRight } from "#app/api/use-rights.ts";
import { useErrorWords } from "#app/i18n/error-words.ts";
import { useFormats } from "#app/i18n/use-formats.ts";
import { usePeopleWords } from "#app/i18n/use-people-words.ts";
import { Blank } from "#app/ui/blank.tsx";
import { SegmentedChoice } from "#app/ui/segmented-choice.tsx";
import { setGoalRow } from "#app/view/goal-row.ts";
import { useComparison } from "#app/view/use-comparison.ts";
import { useServiceLevel } from "#app/view/use-service-level.ts";
import { useView } from "#app/view/use-view.tsx";
import { MAX_TOGETHER } from "#contract/api/count-limits.ts";
import { withCriterion } from "#contract/filter/criteria.ts";
import { PERSON_KEYS } from "#contract/filter/filters.ts";
import { DEFAULT_PEOPLE_ORDER } from "#contract/view/people-order.ts";
import type { Drill } from "./drill.ts";
import { PeopleNotes } from "./people-notes.tsx";
import { peopleSheet } from "./people-sheet.ts";
import { PeopleTable } from "./people-table.tsx";
import { sortPeople } from "./sort-people.ts";
import { usePeopleNotes } from "./use-people-notes.ts";
import { usePeople } from "./use-people.ts";
import { useTogether } from "./use-together.ts";

const NOBODY: readonly string[] = [];

/** A line for each agent or skill group of the calls in view, with the figures of their calls. */
export function PeopleAnswer({ calls }: AnswerProps) {
  const words = usePeopleWords();
  const errorWords = useErrorWords();
  const formats = useFormats();
  const locale = useLocale();
  const { view, change } = useView();
  const { level } = useServiceLevel();
  const [isCompared, setCompared] = useComparison();
  const canExport = useHasRight("exportPage");
  // Of other calls it is to be asked for again.
  const [everyone, setEveryone] = useState<typeof calls>();
  const personKey = view.per === "group" ? "skillGroupId" : "agentId";
  const order = view.order ?? DEFAULT_PEOPLE_ORDER;
  const people = usePeople(calls, personKey, level.seconds, everyone === calls);
  const notes = usePeopleNotes(people);
  const exporting = useAnswerExport(calls, "people", {
    ...(view.per && { per: view.per }),
    ...(view.order && { order: view.order }),
  });
  // Selected are lines of one kind.
  const [choice, setChoice] = useState({ of: personKey, ids: NOBODY });
  const selected = choice.of === personKey ? choice.ids : NOBODY;
  const { list, rows, done, of, isSettled, isOwn } = people;
  const ofOne = rows.find(({ id }) => id === selected[0])?.now;
  const together = useTogether(calls, personKey, selected, level.seconds, ofOne);
  const { error: togetherError, retry: retryTogether } = together;
  const onDrill = useCallback(
    ({ change: to, goal }: Drill) => {
      if (goal) setGoalRow(goal);
      change({ ...to, show: undefined });
    },
    [change],
  );
  const sheet = () =>
    peopleSheet(
      [
        ...(people.all ? [{ id: "", name: words.all, ...people.all }] : []),
        ...sortPeople(rows, order, level.formula, locale),
        ...(list.nobody
          ? [
              {
                id: "",
                name: words.nobody[personKey],
                now: list.nobody.figures,
                earlier: undefined,
                isUncompared: true,
              },
            ]
          : []),
      ],
      { words, formats, personKey, level, isCompared, notes },
    );
  const isWhole = list.ids !== undefined && done === of;
  const isEmpty = isWhole && rows.length === 0;
  const isChosen = !isOwn && calls.criteria[personKey] !== undefined;
  return (
    <AnswerFrame
      title={words.title}
      hint={words.hint}
      calls={calls}
      isBusy={!isSettled && list.error === undefined}
      status={
        list.error !== undefined
          ? ""
          : list.ids === undefined
            ? list.read
              ? words.reading(formats.count(list.read.read), formats.count(list.read.of))
              : words.finding
            : isWhole
              ? words.done(formats.count(rows.length))
              : words.progress(formats.count(done), formats.count(of))
      }
      notes={
        <PeopleNotes
          notes={[
            ...(isChosen ? [words.chosen] : []),
            ...notes,
            ...(selected.length >= MAX_TOGETHER
              ? [words.mostTogether(formats.count(MAX_TOGETHER))]
              : []),
          ]}
          onShowAll={
            isChosen
              ? () => change({ criteria: withCriterion(calls.criteria, personKey, undefined) })
              : undefined
          }
          onEveryone={people.more > 0 ? () => setEveryone(calls) : undefined}
          failures={[
            ...people.failures,
            ...(togetherError ? [{ error: togetherError, retry: retryTogether }] : []),
          ]}
          onClear={
            selected.length > 0 ? () => setChoice({ of: personKey, ids: NOBODY }) : undefined
          }
        />
      }
      actions={
        <>
          <SegmentedChoice
            aria-label={words.kind}
            value={personKey}
            options={PERSON_KEYS.map((value) => ({ value, label: words.kinds[value] }))}
            onChange={(next) => change({ per: next === "skillGroupId" ? "group" : undefined })}
          />
          <Button
            size="small"
            type={isCompared ? "primary" : "default"}
            aria-pressed={isCompared}
            onClick={() => setCompared(!isCompared)}
          >
            {words.compare}
          </Button>
          {canExport && (
            <>
              <Button
                size="small"
                disabled={!isSettled}
                onClick={() => void exporting.save(sheet())}
              >
                {words.save}
              </Button>
              <Button
                size="small"
                disabled={!isSettled}
                onClick={() => void exporting.copy(sheet())}
              >
                {words.copy}
              </Button>
            </>
          )}
        </>
      }
    >
      {list.error !== undefined ? (
        <Blank
          urgent
          title={errorWords(list.error).title}
          actions={<AnswerRetry error={list.error} isBusy={list.isFetching} onRetry={list.retry} />}
        >
          {errorWords(list.error).facts}
        </Blank>
      ) : isEmpty ? (
        <Blank title={words.emptyTitle}>{words.empty[personKey]}</Blank>
      ) : (
        <PeopleTable
          people={people}
          calls={calls}
          personKey={personKey}
          level={level}
          order={order}
          onOrder={(next) =>
            change({
              order:
                next.column === DEFAULT_PEOPLE_ORDER.column &&
                next.order === DEFAULT_PEOPLE_ORDER.order
                  ? undefined
                  : next,
            })
          }
          selected={selected}
          together={together}
          onSelect={(ids) => setChoice({ of: personKey, ids })}
          onDrill={onDrill}
        />
      )}
    </AnswerFrame>
  );
}
