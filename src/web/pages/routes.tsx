// Routes: the sensible ways to the goal as a map and as a table, what is said of each stage, the person's
// answers (no to a stage, a way for the plan, ways to fall back on, ways kept in sight), and the ways side
// by side.

import { monthsInWords } from "../../domain/length-of-time.ts";
import "./routes.css";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useMemo, useRef, useState } from "react";
import type { CalendarDate } from "../../domain/calendar-date.ts";
import type { Currency } from "../../domain/money.ts";
import type { Goal, RefusalReason } from "../../domain/record/goal.ts";
import type { Route } from "../../domain/routes/route.ts";
import type { RouteArrival } from "../../domain/schedule/route-arrivals.ts";
import { call, type ValueOf } from "../../http/client.ts";
import { useAnswer, useChanges } from "../ask.ts";
import { OtherWays } from "../parts/other-ways.tsx";
import { OutOfReach, WOULD_FIT } from "../parts/out-of-reach.tsx";
import { ProblemLine, ProblemPage, Waiting } from "../parts/problem-note.tsx";
import { RefusalList } from "../parts/refusal-list.tsx";
import { type Comparable, MOST_COMPARED, RouteComparison } from "../parts/route-comparison.tsx";
import { RouteShown } from "../parts/route-shown.tsx";
import { WishForm } from "../parts/wish-form.tsx";
import { routeMapOf } from "../route-map/map-graph.ts";
import { MapLegend } from "../route-map/map-legend.tsx";
import { MapTable } from "../route-map/map-table.tsx";
import { MAIN_WORDS, type MainKind } from "../route-map/map-words.ts";
import { StagePanel } from "../route-map/stage-panel.tsx";

/** The map's library weighs more than the page: the words are there before it. */
const RouteMap = lazy(() =>
  import("../route-map/route-map.tsx").then((module) => ({ default: module.RouteMap })),
);

export function Routes() {
  const found = useAnswer("find-routes", {});
  const kept = useAnswer("show-plan", {});
  // While there is no plan, asking for it again after a change must not take the page away.
  if (found.isPending || !kept.isFetched) {
    return <Waiting>Looking for ways to your goal…</Waiting>;
  }
  if (found.isError) return <ProblemPage error={found.error} />;
  return <Ways found={found.data} plannedId={kept.data?.chosenRouteId} />;
}

type Found = ValueOf<"find-routes">;

interface WaysProps {
  readonly found: Found;
  /** The route of the plan that was kept last. */
  readonly plannedId: string | undefined;
}

/** What was done last, and how it is taken back. */
interface Done {
  readonly sentence: string;
  readonly isPlan?: boolean;
  undo?(): Promise<unknown>;
}

function Ways({ found, plannedId }: WaysProps) {
  const { routes, goal, refusals, missing } = found;
  const currency = found.currency as Currency; // as: the catalogue's own, once across the wire
  const changes = useChanges();
  const [done, setDone] = useState<Done>();
  const status = useRef<HTMLParagraphElement>(null);
  const { mainId, mainKind } = mainOf(found, plannedId);
  const ways = useMemo(() => waysOn(found), [found]);
  const drawn = useMemo(() => drawnOf(found, ways), [found, ways]);
  const act = (work: () => Promise<Done>) =>
    changes.mutate(async () => {
      setDone(await work());
      status.current?.focus();
    });
  const refuse = (subject: string, reason: RefusalReason) =>
    act(async () => {
      const { sentence } = await call("answer-stage", { subject, answer: "no", reason });
      return { sentence, undo: () => call("answer-stage", { subject, answer: "yes" }) };
    });
  const allow = ({ subject, reason }: Found["refusals"][number]) =>
    act(async () => {
      const { sentence } = await call("answer-stage", { subject, answer: "yes" });
      return { sentence, undo: () => call("answer-stage", { subject, answer: "no", reason }) };
    });
  return (
    <>
      <h1>{sentenceOf(routes, ways.length - routes.length)}</h1>
      <Missed {...{ found, ways }} />
      <Said
        {...{ done, status }}
        isBusy={changes.isPending}
        onUndo={() => act(() => undone(done))}
      />
      <ProblemLine error={changes.error} />
      {found.ladderNotes.map((note) => (
        <p key={note} className="quiet">
          {note}
        </p>
      ))}
      {found.figuresNote !== undefined && <p className="quiet">{found.figuresNote}</p>}
      <MissingChoice {...{ goal, missing }} />
      {routes.length > 0 && (
        <MapAndPanel
          {...{ found, mainId, mainKind, currency }}
          ways={drawn}
          undrawn={ways.length - drawn.length}
          isBusy={changes.isPending}
          onRefuse={refuse}
        />
      )}
      <RefusalList {...{ refusals }} isBusy={changes.isPending} onAllow={allow} />
      {routes.length > 0 && <h2>Each way, with its reasons</h2>}
      {ways.length > routes.length && routes.length > 0 && (
        <p className="quiet">
          First the {routes.length === 1 ? "one" : routes.length} worth knowing, then{" "}
          {ways.length - routes.length} to fall back on.
        </p>
      )}
      <ol className="routes">
        {ways.map((route) => (
          <RouteShown
            key={route.id}
            {...{ route, currency, goal, mainKind }}
            isMain={route.id === mainId}
            isBackupWay={!routes.includes(route)}
            months={Math.max(1, ...ways.map((way) => way.months.high))}
            isBusy={changes.isPending}
            onPlan={() => act(() => planWith(goal, route))}
            onBackup={() => act(() => keepAsBackup(goal, route))}
            onPin={() => act(() => pin(goal, route))}
          />
        ))}
      </ol>
      <OtherWays {...{ currency }} others={found.others} />
      <Compare
        {...{ ways, found, mainId, mainKind, currency }}
        onUnpin={(id) => act(() => unpin(id))}
      />
      <OutOfReach wishes={found.wishes} impossible={found.impossible} />
      {routes.length > 0 && <WishForm currency={currency} />}
    </>
  );
}

/** The opening sentence: how many ways there are, those to fall back on apart, and how long the shortest is. */
function sentenceOf(routes: readonly Route[], others: number): string {
  const [first] = routes;
  if (first === undefined) {
    return "No way to this goal was found within these limits: another goal, or wider limits, may open one.";
  }
  const fastest = Math.min(...routes.map((route) => route.months.likely));
  const ways = routes.length === 1 ? "There is one way" : `There are ${routes.length} ways`;
  const more = others === 0 ? "" : `, and ${others} more to fall back on`;
  const takes = routes.length === 1 ? "it" : "the shortest";
  return `${ways} to your goal worth knowing${more}; ${takes} takes about ${monthsInWords(fastest)}.`;
}

interface MissedProps {
  readonly found: Found;
  readonly ways: readonly Route[];
}

/** That the date is missed, and where it is said what would help: next to what says how many ways there are. */
function Missed({ found, ways }: MissedProps) {
  const { dateMissed: missed, impossible } = found;
  if (missed === undefined && impossible === undefined) return null;
  return (
    <p className="asks">
      {missed ?? (ways.length === 0 ? "" : "None of them is within all of your limits.")}{" "}
      {impossible !== undefined && <a href={`#${WOULD_FIT}`}>What would make it fit</a>}
    </p>
  );
}

/** The days as the domain knows them, once across the wire. */
function arrivalsOf({ arrivals }: Found): readonly RouteArrival[] {
  return arrivals.map((one) => ({ ...one, day: one.day as CalendarDate })); // as: the clock's own
}

/** Every way shown: those found, then those to fall back on that lead to the same goal. */
function waysOn({ routes, backups }: Found): readonly Route[] {
  const others = backups
    .filter(({ kind }) => kind === "same goal")
    .map(({ route }) => route)
    .filter(({ id }) => !routes.some((route) => route.id === id));
  return [...routes, ...others];
}

/** With more ways than this a map cannot be read. */
const MOST_DRAWN = 4;

/** The ways on the map: all where they are few, else those found and those chosen to fall back on. */
function drawnOf({ routes, goal }: Found, ways: readonly Route[]): readonly Route[] {
  if (ways.length <= MOST_DRAWN) return ways;
  const backups = goal.choice?.backupIds ?? [];
  return ways.filter((route) => routes.includes(route) || backups.includes(route.id));
}

interface Main {
  readonly mainId: string | undefined;
  readonly mainKind: MainKind;
}

/** The route that is drawn as the throughline: chosen, else planned, else the first. */
function mainOf({ routes, goal }: Found, plannedId: string | undefined): Main {
  const wanted = [goal.choice?.routeId, plannedId];
  const known = wanted.find((id) => routes.some((route) => route.id === id));
  return { mainId: known ?? routes[0]?.id, mainKind: known === undefined ? "first" : "plan" };
}

interface SaidProps {
  readonly done: Done | undefined;
  readonly status: React.RefObject<HTMLParagraphElement | null>;
  readonly isBusy: boolean;
  onUndo(): void;
}

/** What has just changed, in the page's own place for it. */
function Said({ done, status, isBusy, onUndo }: SaidProps) {
  return (
    <div className="said" data-said={done !== undefined || undefined}>
      <p role="status" ref={status} tabIndex={-1}>
        {done?.sentence}
      </p>
      {done !== undefined && (
        <p className="buttons">
          {done.isPlan && <Link to="/plan">See the plan</Link>}
          {done.undo !== undefined && (
            <Button variant="subtle" disabled={isBusy} onClick={onUndo}>
              Undo
            </Button>
          )}
        </p>
      )}
    </div>
  );
}

async function undone(done: Done | undefined): Promise<Done> {
  await done?.undo?.();
  return {
    sentence: "Taken back: it is as it was before.",
    ...(done?.isPlan ? { isPlan: true } : {}),
  };
}

function MissingChoice({
  goal,
  missing,
}: {
  readonly goal: Goal;
  readonly missing: Found["missing"];
}) {
  const gone = missing.find(({ id }) => id === goal.choice?.routeId);
  if (gone === undefined) return null;
  return (
    <p className="asks">
      The way you chose for your plan{gone.route === undefined ? "" : `, ${gone.route.name},`} is
      not among these any more. {gone.why} Choose another, or allow again what stands in its way.
    </p>
  );
}

interface MapAndPanelProps extends Main {
  readonly ways: readonly Route[];
  /** Ways to fall back on that are below and not on the map. */
  readonly undrawn: number;
  readonly found: Found;
  readonly currency: Currency;
  readonly isBusy: boolean;
  onRefuse(subject: string, reason: RefusalReason): void;
}

function MapAndPanel(props: MapAndPanelProps) {
  const { ways, undrawn, found, mainId, mainKind, currency, isBusy, onRefuse } = props;
  const { names, present, goalInWords, goal } = found;
  const [selectedId, setSelectedId] = useState<string>();
  const heading = useRef<HTMLHeadingElement>(null);
  const map = useRef<HTMLDivElement>(null);
  const graph = useMemo(
    () => routeMapOf(ways, { names, present, goalInWords }),
    [ways, names, present, goalInWords],
  );
  const selected = graph.places.find(({ id }) => id === selectedId);
  const back = () =>
    map.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(selectedId ?? "")}"]`)?.focus();
  return (
    <>
      <p className="quiet">
        From where you are to your goal. Choose a place to read why it is there, or to say no to it.
        {undrawn > 0 && ` ${undrawnInWords(undrawn)}`}
      </p>
      <div ref={map}>
        <Suspense fallback={<p className="quiet map-waits">Drawing the map…</p>}>
          <RouteMap
            {...{ graph, mainId, mainKind, currency, selectedId }}
            count={ways.length}
            onSelect={({ id }) => setSelectedId(id)}
            onOpen={() => setTimeout(() => heading.current?.focus())}
          />
        </Suspense>
      </div>
      <MapLegend mainKind={mainKind} />
      {selected !== undefined && (
        <StagePanel
          key={selected.id}
          {...{ names, currency, isBusy, heading, onRefuse }}
          place={selected}
          goalId={goal.occupationId}
          onBack={back}
        />
      )}
      <details>
        <summary>The map as a table</summary>
        <MapTable {...{ graph, mainId, mainKind, currency }} routes={ways} />
      </details>
    </>
  );
}

function undrawnInWords(count: number): string {
  return count === 1
    ? "One way to fall back on is not on the map; it is told below."
    : `${count} ways to fall back on are not on the map; they are told below.`;
}

/** Makes the route the plan's, and the plan with it. */
async function planWith(goal: Goal, route: Route): Promise<Done> {
  const { sentence } = await call("choose-route", { route: route.id });
  await call("keep-plan", {});
  return { sentence, isPlan: true, undo: () => chooseAgain(goal, true) };
}

/** Keeps the route to fall back on, or lets go of it. */
async function keepAsBackup(goal: Goal, route: Route): Promise<Done> {
  const former = goal.choice?.backupIds ?? [];
  const backups = former.includes(route.id)
    ? former.filter((id) => id !== route.id)
    : [...former, route.id];
  const { sentence } = await call("choose-route", { backups });
  await call("keep-plan", {});
  return { sentence, isPlan: true, undo: () => chooseAgain(goal, true) };
}

/** Says again what was chosen before. */
async function chooseAgain(goal: Goal, withPlan: boolean): Promise<void> {
  const { routeId, backupIds = [] } = goal.choice ?? {};
  await call("choose-route", { undo: true });
  if (routeId !== undefined || backupIds.length > 0) {
    await call("choose-route", {
      ...(routeId === undefined ? {} : { route: routeId }),
      backups: [...backupIds],
    });
  }
  if (withPlan) await call("keep-plan", {});
}

async function pin(goal: Goal, route: Route): Promise<Done> {
  const isPinned = goal.choice?.pinnedIds.includes(route.id) === true;
  const { sentence } = await call("pin-route", { route: route.id, remove: isPinned });
  return {
    sentence,
    undo: () => call("pin-route", { route: route.id, remove: !isPinned }),
  };
}

async function unpin(id: string): Promise<Done> {
  const { sentence } = await call("pin-route", { route: id, remove: true });
  return { sentence };
}

interface CompareProps extends Main {
  readonly ways: readonly Route[];
  readonly found: Found;
  readonly currency: Currency;
  onUnpin(id: string): void;
}

/** Ways compared before the person chose any. */
const COMPARED_FIRST = 3;

const ARRIVAL_CLOCK =
  "The months are those of the way itself, if nothing is delayed; the date is reckoned as in the plan, with delays and second attempts.";

function Compare({ ways, found, mainId, mainKind, currency, onUnpin }: CompareProps) {
  const { goal, missing } = found;
  const pinned = goal.choice?.pinnedIds ?? [];
  const [chosen, setChosen] = useState<readonly string[]>();
  const left = missing.filter(({ id }) => pinned.includes(id));
  const all: readonly Comparable[] = [
    ...ways.map((route) => ({
      route,
      notes: [
        ...(route.id === mainId ? [MAIN_WORDS[mainKind].note] : []),
        ...(pinned.includes(route.id) ? ["pinned"] : []),
      ],
    })),
    ...left.flatMap(({ route, why }) =>
      route === undefined ? [] : [{ route, notes: ["pinned", why] }],
    ),
  ];
  const gone = left.filter(({ route }) => route === undefined);
  if (all.length < 2 && gone.length === 0) return null;
  const first = [
    ...all.filter(({ route }) => pinned.includes(route.id)),
    ...all.filter(({ route }) => !pinned.includes(route.id)),
  ]
    .slice(0, Math.max(COMPARED_FIRST, Math.min(pinned.length, MOST_COMPARED)))
    .map(({ route }) => route.id);
  return (
    <>
      <h2>Side by side</h2>
      {gone.map(({ id, why }) => (
        <p key={id} className="asks">
          A way that you pinned ({id}): {why}{" "}
          <Button variant="subtle" onClick={() => onUnpin(id)}>
            Let go of it
          </Button>
        </p>
      ))}
      {all.length > 1 && (
        <RouteComparison
          {...{ all, currency }}
          arrivals={arrivalsOf(found)}
          by={goal.by}
          chosenIds={chosen ?? first}
          onChoose={setChosen}
        />
      )}
      <p className="quiet small below">
        {ARRIVAL_CLOCK} The chances rest on the assumptions named with each stage.
      </p>
    </>
  );
}
