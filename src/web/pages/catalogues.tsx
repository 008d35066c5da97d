// Catalogues: what plans are made from, which full public releases there are to add, how far reading and
// learning are, and what each release says and lacks. Looking at it begins nothing: learning is begun by a
// press alone, and its state is asked of the server, whichever window began it.

import { capital } from "../../domain/first-letter.ts";
import "./catalogues.css";
import { Button, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { type CalendarDate, dateInWords } from "../../domain/calendar-date.ts";
import { call, type ValueOf } from "../../http/client.ts";
import { useAnswer, useChanges } from "../ask.ts";
import {
  addRelease,
  type CatalogueKind,
  type CatalogueWork,
  learnTitles,
  stopAdding,
  stopLearning,
  useCatalogueWork,
} from "../catalogue-job.ts";
import { counted } from "../in-words.ts";
import { Dialog } from "../parts/dialog.tsx";
import { ProblemLine, ProblemPage, Waiting } from "../parts/problem-note.tsx";

type Listed = ValueOf<"list-catalogues">;
type Kind = Listed["kinds"][number];
type Added = Listed["added"][number];

/** Assumption: as often as a bar must move to look alive. */
const LOOK_AGAIN_MS = 700;

export function Catalogues() {
  const work = useCatalogueWork();
  const listed = useAnswer(
    "list-catalogues",
    {},
    {
      anew: true,
      every: (answer) =>
        work.learning || answer?.training.state === "training" ? LOOK_AGAIN_MS : false,
    },
  );
  useAskedAnewAfterwards(listed.data?.training.state, work);
  if (listed.isError) return <ProblemPage error={listed.error} />;
  if (listed.data === undefined) return <Waiting>Looking…</Waiting>;
  const { kinds, added, working, training } = listed.data;
  return (
    <>
      <h1>{headline(listed.data)}</h1>
      <p>
        Full public releases know more occupations, more titles and more figures. Each is added
        whole or not at all, stays on this machine, and can be removed again. Your record is not
        touched.
      </p>
      <p className="quiet small">At present: {working.release}.</p>
      {added.length > 0 && <Titles training={training} work={work} />}
      {kinds.map((kind) => (
        <Release
          key={kind.kind}
          kind={kind}
          added={added.find((one) => one.kind === kind.kind)}
          work={work}
        />
      ))}
    </>
  );
}

/** Other pages are asked anew when learning, or another window's adding, that was seen under way is over. */
function useAskedAnewAfterwards(
  state: Listed["training"]["state"] | undefined,
  { elsewhere }: CatalogueWork,
): void {
  const changed = useChanged();
  const before = useRef({ state, elsewhere });
  useEffect(() => {
    const { current } = before;
    const isLearnt = current.state === "training" && state !== "training" && state !== undefined;
    const isAddedElsewhere = current.elsewhere && !elsewhere;
    before.current = { state: state ?? current.state, elsewhere };
    if (isLearnt || isAddedElsewhere) void changed();
  }, [state, elsewhere, changed]);
}

/** Keeps a keyboard's place where a press takes its own button away: in the section that it stood in. */
function useKeptFocus(state: unknown) {
  const section = useRef<HTMLElement>(null);
  const held = useRef(false);
  useEffect(() => {
    const { current } = section;
    const note = () => {
      held.current = current?.contains(document.activeElement) ?? false;
    };
    document.addEventListener("focusin", note);
    return () => document.removeEventListener("focusin", note);
  }, []);
  const before = useRef(state);
  useEffect(() => {
    const isChanged = before.current !== state;
    before.current = state;
    if (isChanged && held.current && document.activeElement === document.body) {
      section.current?.focus();
    }
  }, [state]);
  return section;
}

function headline({ working, added }: Listed): string {
  const number = counted(working.occupations, "occupation");
  return added.some((one) => one.kind === "onet")
    ? `Plans are made from ${number}, all of O*NET among them.`
    : `Plans are made from ${number}, and there can be many more.`;
}

/** Returns what makes every page ask again; it is done when those that are shown know. */
function useChanged(): () => Promise<void> {
  const queries = useQueryClient();
  const [changed] = useState(() => () => queries.invalidateQueries());
  return changed;
}

/** How titles are matched at present, and what can be done about it. */
function Titles({ training, work }: { training: Listed["training"]; work: CatalogueWork }) {
  const changed = useChanged();
  const isLearning = training.state === "training" || work.learning;
  const section = useKeptFocus(isLearning);
  if (training.state === "not-needed") return null;
  return (
    <section
      className="kept-place"
      aria-label={isLearning ? "Learning titles" : "Titles"}
      ref={section}
      tabIndex={-1}
    >
      <h2>Titles</h2>
      {isLearning && (
        <>
          <Progress
            label={training.label ?? "Learning titles"}
            share={training.share}
            secondsLeft={training.secondsLeft}
            stop="Stop learning"
            onStop={() => stopLearning(changed)}
          />
          <p className="quiet small">
            Until it is done titles are matched by their words. You may go on, add other releases,
            and close this page.
          </p>
        </>
      )}
      {!isLearning && training.state === "trained" && (
        <p role="status">
          The titles of what was added are learnt: those that share no word are found too.
        </p>
      )}
      {!isLearning && training.state === "untrained" && (
        <>
          <p>
            Titles are matched by their words. Learning them takes a few minutes of this machine,
            and then those that share no word are found too.
          </p>
          <div className="buttons">
            <Button
              variant="light"
              disabled={work.job.phase !== "idle"}
              onClick={() => void learnTitles(changed)}
            >
              Learn the titles
            </Button>
          </div>
        </>
      )}
      <ProblemLine error={work.learningError ?? null} />
    </section>
  );
}

interface ReleaseProps {
  readonly kind: Kind;
  readonly added: Added | undefined;
  readonly work: CatalogueWork;
}

function Release({ kind, added, work: { job, elsewhere } }: ReleaseProps) {
  const isAdding = job.kind === kind.kind && job.phase !== "idle";
  const isLast = job.kind === kind.kind && job.phase === "idle";
  const name = bareName(kind.name);
  const section = useKeptFocus(`${isAdding} ${added?.sha256}`);
  return (
    <section className="release kept-place" aria-label={name} ref={section} tabIndex={-1}>
      <h2>{name}</h2>
      <p>{kind.gain}</p>
      {added !== undefined && <AddedRelease added={added} />}
      {isAdding ? (
        <>
          <Progress
            label={job.label}
            share={job.share}
            stop="Cancel"
            onStop={async () => stopAdding()}
          />
          <p className="quiet small">
            {elsewhere
              ? "Another window of yours is adding it. Cancelled there or here, nothing is changed."
              : "You may walk about the app. Closing this window ends it, and nothing is changed then."}
          </p>
        </>
      ) : (
        <Actions kind={kind} added={added} isBusy={job.phase !== "idle"} />
      )}
      {isLast && <ProblemLine error={job.error ?? null} />}
      {isLast && job.added !== undefined && (
        <p role="status">
          {headOf(job.added)}: {job.added.release}.
          {job.added.kept.length > 0 && ` Kept from before: ${job.added.kept.join(", ")}.`}
          {job.added.leftOut.count > 0 &&
            ` ${counted(job.added.leftOut.count, "row")} could not be used and was left out.`.replace(
              "rows could not be used and was",
              "rows could not be used and were",
            )}
        </p>
      )}
    </section>
  );
}

/** What came of adding: tables that are published apart complete each other. */
function headOf({ replaced, kept }: { replaced: boolean; kept: readonly string[] }): string {
  if (kept.length === 0) return replaced ? "Replaced by" : "Added";
  return replaced ? "Renewed, now" : "Completed, now";
}

function AddedRelease({ added }: { added: Added }) {
  const { counts, lacks, attribution } = added;
  return (
    <>
      <p>
        <strong>{added.release}</strong>, added on{" "}
        {dateInWords(added.addedAt.slice(0, 10) as CalendarDate)}: {/* as: an instant begins so */}
        {counts.map(({ name, count }) => `${count.toLocaleString("en")} ${name}`).join(", ")}.
      </p>
      {lacks.length > 0 && (
        <details>
          <summary>What this release does not have</summary>
          <ul>
            {lacks.map((line) => (
              <li key={line}>{line}.</li>
            ))}
          </ul>
        </details>
      )}
      <details>
        <summary>
          {added.alsoFrom.length === 0 ? "The file it came from" : "The files it came from"}
        </summary>
        {[added, ...added.alsoFrom].map((file) => (
          <dl key={file.sha256} className="facts">
            <dt>From</dt>
            <dd>
              <bdi>{file.source}</bdi>
            </dd>
            <dt>Size</dt>
            <dd>{megabytes(file.bytes)}</dd>
            <dt>SHA-256</dt>
            <dd className="hash">{file.sha256}</dd>
          </dl>
        ))}
      </details>
      {attribution.map((line) => (
        <p key={line} className="quiet small">
          {line}
        </p>
      ))}
    </>
  );
}

/** Several files belong together where a release is published in parts. */
const IN_PARTS: ReadonlySet<CatalogueKind> = new Set(["bls", "crosswalks"]);
const FILE_KINDS = ".zip,.csv,.txt,.tsv,.xlsx";

interface ActionsProps {
  readonly kind: Kind;
  readonly added: Added | undefined;
  readonly isBusy: boolean;
}

function Actions({ kind, added, isBusy }: ActionsProps) {
  const input = useRef<HTMLInputElement>(null);
  const changed = useChanged();
  const [asking, setAsking] = useState<"fetch" | "place" | "remove">();
  const name = kind.name;
  const several = IN_PARTS.has(kind.kind);
  const download = kind.official.find((one) => one.download !== undefined)?.download;
  const close = () => setAsking(undefined);
  const what = several ? "files" : "a file";
  return (
    <>
      {added === undefined && <WhereToGet kind={kind} />}
      <div className="buttons">
        <input
          ref={input}
          type="file"
          hidden
          multiple={several}
          accept={FILE_KINDS}
          aria-label={`Files of ${name}`}
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])];
            event.currentTarget.value = ""; // The same file may be chosen again.
            if (files.length > 0) void addRelease(kind.kind, { files }, changed);
          }}
        />
        <Button
          variant="light"
          className="wraps"
          disabled={isBusy}
          onClick={() => input.current?.click()}
        >
          {added === undefined
            ? `Choose ${what} of ${name}`
            : `${several ? "Complete or replace by other files" : "Replace by another file"} of ${name}`}
        </Button>
        <FolderButton kind={kind} isBusy={isBusy} />
        <Button variant="subtle" disabled={isBusy} onClick={() => setAsking("place")}>
          From an address or a path
          <span className="visually-hidden">: {name}</span>
        </Button>
        {download !== undefined && (
          <Button variant="subtle" disabled={isBusy} onClick={() => setAsking("fetch")}>
            {added === undefined ? `Fetch ${name}` : `Fetch ${name} again`}
          </Button>
        )}
        {added !== undefined && (
          <Button
            variant="subtle"
            color="alert"
            disabled={isBusy}
            onClick={() => setAsking("remove")}
          >
            Remove {name}
          </Button>
        )}
      </div>
      {asking === "fetch" && download !== undefined && (
        <FetchDialog
          name={name}
          address={download}
          onClose={close}
          onFetch={() => void addRelease(kind.kind, "official", changed)}
        />
      )}
      {asking === "place" && (
        <PlaceDialog
          name={name}
          onClose={close}
          onAdd={(location) => void addRelease(kind.kind, { location }, changed)}
        />
      )}
      {asking === "remove" && <RemoveDialog kind={kind} onClose={close} />}
    </>
  );
}

const RELEASE_FILE = /^[^.].*\.(zip|csv|txt|tsv|xlsx)$/i;

/** A release that lies unpacked in a folder: what in it can be a part of one is sent. */
function FolderButton({ kind, isBusy }: { readonly kind: Kind; readonly isBusy: boolean }) {
  const changed = useChanged();
  const input = useRef<HTMLInputElement>(null);
  const [error, setError] = useState<Error | null>(null);
  return (
    <>
      <input
        ref={(element) => {
          input.current = element;
          // React knows no name for it; every browser that can choose folders knows this one.
          element?.setAttribute("webkitdirectory", "");
        }}
        type="file"
        hidden
        aria-label={`Folder of ${kind.name}`}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])].filter(({ name }) =>
            RELEASE_FILE.test(name),
          );
          event.currentTarget.value = ""; // The same folder may be chosen again.
          setError(files.length === 0 ? new Error(EMPTY_FOLDER) : null);
          if (files.length > 0) void addRelease(kind.kind, { files }, changed);
        }}
      />
      <Button variant="subtle" disabled={isBusy} onClick={() => input.current?.click()}>
        Choose a folder
        <span className="visually-hidden"> of {kind.name}</span>
      </Button>
      <ProblemLine error={error} />
    </>
  );
}

const EMPTY_FOLDER =
  "Cannot add this folder: it holds no file of a release (zip, csv, txt, tsv or xlsx). Choose the folder that holds the files themselves";

/** The official pages, and what to take there; nothing is asked of them before the person goes there. */
function WhereToGet({ kind }: { kind: Kind }) {
  return (
    <details>
      <summary>Where to get it</summary>
      <ul>
        {kind.official.map((one) => (
          <li key={one.page}>
            <a href={one.page} target="_blank" rel="noreferrer">
              {one.name}
            </a>{" "}
            <span className="quiet">(opens {new URL(one.page).host})</span>. {one.how}.
          </li>
        ))}
      </ul>
    </details>
  );
}

interface FetchDialogProps {
  readonly name: string;
  readonly address: string;
  onClose(): void;
  onFetch(): void;
}

function FetchDialog({ name, address, onClose, onFetch }: FetchDialogProps) {
  return (
    <Dialog title={`Fetch ${name} from its official address?`} onClose={onClose}>
      <p>
        Throughline will connect to <strong>{new URL(address).host}</strong> and download this file.
        Nothing of yours is sent; that server sees, as with any download, where the connection comes
        from.
      </p>
      <p className="address">{address}</p>
      <div className="buttons">
        <Button
          onClick={() => {
            onClose();
            onFetch();
          }}
        >
          Connect and fetch it
        </Button>
        <Button variant="subtle" data-first onClick={onClose}>
          Not now
        </Button>
      </div>
    </Dialog>
  );
}

interface PlaceDialogProps {
  readonly name: string;
  onClose(): void;
  onAdd(location: string): void;
}

/** A release that lies elsewhere: another number of it, a copy of one's own, a folder of this machine. */
function PlaceDialog({ name, onClose, onAdd }: PlaceDialogProps) {
  const [typed, setTyped] = useState("");
  const location = typed.trim();
  const host = hostOf(location);
  return (
    <Dialog title={`Add ${name} from an address or a path`} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (location === "") return;
          onClose();
          onAdd(location);
        }}
      >
        <TextInput
          label="Address, or path on this machine"
          description="https://… to a zip; or a zip, a file or a folder where Throughline runs"
          value={typed}
          autoComplete="off"
          spellCheck={false}
          data-first
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <p className="quiet small" role="status">
          {host === undefined ? (
            "Nothing is connected to for a path."
          ) : (
            <>
              Throughline will connect to <strong>{host}</strong>. Nothing of yours is sent; that
              server sees where the connection comes from.
            </>
          )}
        </p>
        <div className="buttons">
          <Button type="submit" disabled={location === ""}>
            {host === undefined ? "Add it" : "Connect and add it"}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            Not now
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function hostOf(location: string): string | undefined {
  const address = URL.parse(location);
  return address !== null && /^https?:$/.test(address.protocol) ? address.host : undefined;
}

function RemoveDialog({ kind, onClose }: { kind: Kind; onClose(): void }) {
  const changes = useChanges();
  return (
    <Dialog title={`Remove ${kind.name}?`} onClose={onClose}>
      <p>
        Your record and your plans stay. Plans made from now on use what is left
        {kind.kind === "onet" &&
          "; a goal or a position that only O*NET knows has to be chosen again"}
        . You can add it again at any time.
      </p>
      <ProblemLine error={changes.error} />
      <div className="buttons">
        <Button
          color="alert"
          loading={changes.isPending}
          onClick={() =>
            changes.mutate(() => call("remove-catalogue", { kind: kind.kind }), {
              onSuccess: onClose,
            })
          }
        >
          Remove {kind.name}
        </Button>
        <Button variant="subtle" data-first onClick={onClose}>
          Keep it
        </Button>
      </div>
    </Dialog>
  );
}

interface ProgressProps {
  readonly label: string;
  /** 0–1; undefined where it is not known. */
  readonly share: number | undefined;
  readonly secondsLeft?: number | undefined;
  /** What the button that ends it says. */
  readonly stop: string;
  onStop(): Promise<void>;
}

function Progress({ label, share, secondsLeft, stop, onStop }: ProgressProps) {
  const [isStopping, setStopping] = useState(false);
  const percent = share === undefined ? undefined : Math.round(share * 100);
  return (
    <div className="job">
      <p className="job-label">
        <span>{label}…</span>
        <span className="quiet">
          {[percent === undefined ? "" : `${percent} %`, timeLeft(secondsLeft)]
            .filter((part) => part !== "")
            .join(", ")}
        </span>
      </p>
      <progress aria-label={label} max={1} {...(share === undefined ? {} : { value: share })} />
      <div className="buttons">
        <Button
          variant="outline"
          size="compact-md"
          loading={isStopping}
          onClick={() => {
            setStopping(true);
            void onStop().finally(() => setStopping(false));
          }}
        >
          {stop}
        </Button>
      </div>
    </div>
  );
}

function timeLeft(seconds: number | undefined): string {
  if (seconds === undefined) return "";
  if (seconds < 10) return "a few seconds left";
  return seconds < 90
    ? `about ${Math.max(10, Math.round(seconds / 10) * 10)} seconds left`
    : `about ${counted(Math.round(seconds / 60), "minute")} left`;
}

function megabytes(bytes: number): string {
  const size = bytes / 1_000_000;
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} MB`;
}

function bareName(name: string): string {
  return capital(name.replace(/^the /, ""));
}
