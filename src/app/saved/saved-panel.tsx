import { useSuspenseQuery } from "@tanstack/react-query";
import Button from "antd/es/button";
import Input from "antd/es/input/Input";
import { useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { sessionQuery } from "#app/api/session-query.ts";
import { useSavedWords } from "#app/i18n/use-saved-words.ts";
import { useSay } from "#app/ui/use-say.tsx";
import { useOpenView } from "#app/view/use-open-view.ts";
import { useView } from "#app/view/use-view.tsx";
import { coreSearch } from "#contract/view/core-view.ts";
import { changeKeptViews, keptNow } from "./kept-store.ts";
import {
  addView,
  changeKept,
  freeName,
  LAST,
  moveView,
  putBack,
  removeView,
  SAME_NAME,
  type Kept,
  type KeptView,
} from "./kept-views.ts";
import { markOpen } from "./open-mark.ts";
import { SavePart } from "./save-part.tsx";
import { useDescribe } from "./use-describe.ts";
import { teamId, useSavedViews } from "./use-saved-views.ts";
import { useViewsFile } from "./use-views-file.ts";
import { ViewRow, type RowActions } from "./view-row.tsx";
import heard from "#app/ui/heard.module.css";
import select from "#app/ui/select.module.css";
import classes from "./saved-panel.module.css";

/** So many are seen at once; among more one looks for a name. */
const FEW = 7;

/** A view that was taken out, and the views before. */
export interface RemovedView {
  readonly view: KeptView;
  readonly before: Kept;
}

interface SavedPanelProps {
  /** The last that was taken out, which can be put back however often the panel was closed since. */
  readonly removed: RemovedView | undefined;
  readonly onRemoved: (removed: RemovedView | undefined) => void;
  readonly onClose: () => void;
}

/** The views of the team, one's own and those looked at last; and how one saves, orders and hands them on. */
export function SavedPanel({ removed, onRemoved, onClose }: SavedPanelProps) {
  const words = useSavedWords();
  const say = useSay();
  const { addressed } = useView();
  const openView = useOpenView();
  const session = useSuspenseQuery(sessionQuery()).data;
  const { kept, team, isTeamMissing, recent, open, coreOf } = useSavedViews(true);
  const file = useViewsFile();
  const describe = useDescribe();
  const [sought, setSought] = useState("");
  const [said, setSaid] = useState("");
  const fileInput = useRef<HTMLInputElement>(null);

  function change(changed: (kept: Kept) => Kept, news?: string): boolean {
    const isKept = changeKeptViews(changed);
    if (!isKept) say("error", words.full, "saved");
    else if (news !== undefined) say("success", news, "saved");
    return isKept;
  }
  function currentSearch(): string {
    const view = addressed();
    // For whoever has others first.
    const instance = view.instance ?? session.instances[0]?.id;
    const isNamed = session.instances.length > 1 && instance !== undefined;
    return coreSearch(isNamed ? { ...view, instance } : view);
  }
  function save(wanted: string) {
    const id = crypto.randomUUID();
    const name = freeName(wanted, keptNow().views);
    if (change((now) => addView(now, { id, name, view: currentSearch() }), words.saved(name)))
      markOpen(id);
  }
  function actionsOf({ id, name }: KeptView): RowActions {
    return {
      rename: (wanted) =>
        void change((now) => {
          const others = now.views.filter((view) => view.id !== id);
          return changeKept(now, id, { name: freeName(wanted, others) });
        }),
      remove() {
        const before = keptNow();
        const view = before.views.find((one) => one.id === id);
        if (view && change((now) => removeView(now, id))) onRemoved({ view, before });
      },
      move(by) {
        if (!change((now) => moveView(now, id, by))) return;
        setSaid(words.moved(name, keptNow().views.findIndex((view) => view.id === id) + 1));
      },
    };
  }
  function go(search: string, id?: string) {
    onClose();
    markOpen(id);
    openView(search);
  }

  const isSought = (...texts: readonly string[]) =>
    texts.some((text) => text.toLowerCase().includes(sought.trim().toLowerCase()));
  const rowsOf = (views: readonly KeptView[], isOwn: boolean) =>
    views
      .map((view) => ({ view, text: describe(view.view) }))
      .filter(({ view, text }) => isSought(view.name, text))
      .map(({ view, text }) => {
        const isOpen = open?.view.id === view.id;
        return (
          <ViewRow
            key={view.id}
            name={view.name}
            words={text}
            isOpen={isOpen}
            mark={isOpen && open.isChanged ? words.changedMark : undefined}
            onOpen={() => go(view.view, view.id)}
            actions={isOwn ? actionsOf(view) : undefined}
          />
        );
      });
  // What has a name, or is looked at, is no news among the last ones.
  const known = [location.search, ...[...team, ...kept.views].map(({ view }) => view)].map(coreOf);
  const others = recent.filter((search) => !known.includes(coreOf(search)));
  const teamRows = rowsOf(team, false);
  const ownRows = rowsOf(kept.views, true);
  const recentRows = others
    .map((search) => ({ search, text: describe(search) }))
    .filter(({ text }) => isSought(text))
    .map(({ search, text }) => (
      <ViewRow key={search} words={text} isOpen={false} onOpen={() => go(search)} />
    ));
  const isNone = teamRows.length + ownRows.length + recentRows.length === 0;
  const isMany = team.length + kept.views.length > FEW;

  return (
    <>
      <SavePart
        open={open}
        onSave={save}
        onUpdate={() => {
          if (open === undefined) return;
          const { id, name } = open.view;
          change((now) => changeKept(now, id, { view: currentSearch() }), words.updated(name));
        }}
      />
      {(isMany || sought !== "") && (
        <Input
          size="small"
          type="search"
          className={classes["search"] ?? ""}
          aria-label={words.filter}
          placeholder={words.filter}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
      )}
      {removed && (
        <p className={classes["notice"]} role="status">
          <span>{words.removed(removed.view.name)}</span>
          <Button
            size="small"
            onClick={() => {
              change((now) => putBack(now, removed.view.id, removed.before));
              onRemoved(undefined);
            }}
          >
            {words.undoRemove}
          </Button>
        </p>
      )}
      {file.fault !== undefined && (
        <p className={classes["notice"]} role="alert">
          {file.fault}
        </p>
      )}
      {file.asked && (
        <div className={classes["notice"]} role="alert">
          <span>{words.sameName(file.asked.length)}</span>
          <span className={classes["answers"]}>
            {SAME_NAME.map((sameName) => (
              <Button key={sameName} size="small" onClick={() => file.answer(sameName)}>
                {words.sameNames[sameName]}
              </Button>
            ))}
            <Button size="small" type="text" onClick={() => file.answer(undefined)}>
              {words.cancel}
            </Button>
          </span>
        </div>
      )}
      <div className={classes["list"]} onKeyDown={moveFocus}>
        {teamRows.length > 0 && <Group title={words.team}>{teamRows}</Group>}
        {isTeamMissing && <p className={classes["none"]}>{words.teamFailed}</p>}
        {(ownRows.length > 0 || sought === "") && (
          <Group title={words.own}>
            {ownRows.length > 0 ? ownRows : <li className={classes["none"]}>{words.ownNone}</li>}
          </Group>
        )}
        {recentRows.length > 0 && <Group title={words.recent}>{recentRows}</Group>}
        {isNone && sought !== "" && <p className={classes["none"]}>{words.noneFound}</p>}
      </div>
      <div className={classes["foot"]}>
        {kept.views.length > 0 && <p className={classes["keys"]}>{words.keys}</p>}
        <label className={classes["start"]}>
          {words.start}
          <select
            className={`${select["select"]} ${classes["startChoice"]}`}
            value={typeof kept.start === "object" ? teamId(kept.start.name) : (kept.start ?? "")}
            onChange={({ target }) => {
              const ofTeam = team.find(({ id }) => id === target.value);
              const own = target.value === "" ? undefined : target.value;
              const start = ofTeam ? { name: ofTeam.name, view: ofTeam.view } : own;
              change((now) => ({ ...now, start }));
            }}
          >
            <option value="">{words.startDefault}</option>
            <option value={LAST}>{words.startLast}</option>
            {[...team, ...kept.views].map(({ id, name }) => (
              <option key={id} value={id} dir="auto">
                {name}
              </option>
            ))}
          </select>
        </label>
        <span className={classes["file"]}>
          <Button
            size="small"
            type="link"
            title={words.importHint}
            onClick={() => fileInput.current?.click()}
          >
            {words.import}
          </Button>
          <Button
            size="small"
            type="link"
            title={words.exportHint}
            disabled={kept.views.length === 0}
            onClick={file.write}
          >
            {words.export}
          </Button>
          <input
            ref={fileInput}
            type="file"
            accept=".json,application/json"
            hidden
            aria-label={words.importHint}
            onChange={({ currentTarget }) => {
              const [chosen] = currentTarget.files ?? [];
              if (chosen) void file.read(chosen);
              // The same file again is another choice.
              currentTarget.value = "";
            }}
          />
        </span>
        <span role="status" className={heard["heard"]}>
          {said}
        </span>
      </div>
    </>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h2 className={classes["title"]}>{title}</h2>
      <ul className={classes["rows"]}>{children}</ul>
    </section>
  );
}

/** Arrows lead from view to view. */
function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (step === undefined || event.altKey || event.defaultPrevented) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-view]")];
  const at = all.findIndex((one) => one === document.activeElement);
  if (at < 0) return;
  event.preventDefault();
  all[at + step]?.focus();
}
