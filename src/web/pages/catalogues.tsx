// Catalogues: what plans are made from, which full public releases there are to add, how far reading and
// learning are, and what each release says and lacks.

import { capital } from "../../domain/first-letter.ts";
import "./catalogues.css";
import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { type CalendarDate, dateInWords } from "../../domain/calendar-date.ts";
import { call, type ValueOf } from "../../http/client.ts";
import { useAnswer, useChanges } from "../ask.ts";
import {
  addRelease,
  type CatalogueJob,
  type CatalogueKind,
  learnTitles,
  stopJob,
  useCatalogueJob,
} from "../catalogue-job.ts";
import { counted } from "../in-words.ts";
import { Dialog } from "../parts/dialog.tsx";
import { ProblemLine, ProblemPage, Waiting } from "../parts/problem-note.tsx";

type Listed = ValueOf<"list-catalogues">;
type Kind = Listed["kinds"][number];
type Added = Listed["added"][number];

export function Catalogues() {
  const listed = useAnswer("list-catalogues", {});
  const job = useCatalogueJob();
  const changed = useChanged();
  const isLearningElsewhere =
    listed.data?.training.state === "training" && job.phase === "idle" && job.error === undefined;
  useEffect(() => {
    // Somebody else began it, in another tab or before this one was closed: it is watched from here too.
    if (isLearningElsewhere) void learnTitles(changed);
  }, [isLearningElsewhere, changed]);
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
      {added.length > 0 && <Titles training={training} job={job} />}
      {kinds.map((kind) => (
        <Release
          key={kind.kind}
          kind={kind}
          added={added.find((one) => one.kind === kind.kind)}
          job={job}
        />
      ))}
    </>
  );
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
function Titles({ training, job }: { training: Listed["training"]; job: CatalogueJob }) {
  const changed = useChanged();
  if (job.phase === "learning") {
    return (
      <section aria-label="Learning titles">
        <h2>Titles</h2>
        <JobProgress job={job} stop="Stop learning" />
        <p className="quiet small">
          Until it is done titles are matched by their words. You may go on, and close this page.
        </p>
      </section>
    );
  }
  if (training.state === "not-needed") return null;
  return (
    <section aria-label="Titles">
      <h2>Titles</h2>
      {training.state === "trained" ? (
        <p>The titles of what was added are learnt: those that share no word are found too.</p>
      ) : (
        <>
          <p>
            Titles are matched by their words. Learning them takes a few minutes of this machine,
            and then those that share no word are found too.
          </p>
          <div className="buttons">
            <Button
              variant="light"
              disabled={job.phase !== "idle"}
              onClick={() => void learnTitles(changed)}
            >
              Learn the titles
            </Button>
          </div>
        </>
      )}
      {job.phase === "idle" && job.added === undefined && job.kind === undefined && (
        <ProblemLine error={job.error ?? null} />
      )}
    </section>
  );
}

interface ReleaseProps {
  readonly kind: Kind;
  readonly added: Added | undefined;
  readonly job: CatalogueJob;
}

function Release({ kind, added, job }: ReleaseProps) {
  const isAdding = job.kind === kind.kind && (job.phase === "sending" || job.phase === "reading");
  const isLast = job.kind === kind.kind && job.phase !== "sending" && job.phase !== "reading";
  const name = bareName(kind.name);
  return (
    <section className="release" aria-label={name}>
      <h2>{name}</h2>
      <p>{kind.gain}</p>
      {added !== undefined && <AddedRelease added={added} />}
      {isAdding ? (
        <JobProgress job={job} stop="Cancel" />
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
            <dd>{file.source}</dd>
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
  const [asking, setAsking] = useState<"fetch" | "remove">();
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
        <Button variant="light" disabled={isBusy} onClick={() => input.current?.click()}>
          {added === undefined
            ? `Choose ${what} of ${name}`
            : `${several ? "Complete or replace by other files" : "Replace by another file"} of ${name}`}
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
      {asking === "remove" && <RemoveDialog kind={kind} onClose={close} />}
    </>
  );
}

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

function JobProgress({ job, stop }: { job: CatalogueJob; stop: string }) {
  const [isStopping, setStopping] = useState(false);
  const percent = job.share === undefined ? undefined : Math.round(job.share * 100);
  return (
    <div className="job">
      <p className="job-label">
        <span>{job.label}…</span>
        <span className="quiet">
          {[percent === undefined ? "" : `${percent} %`, timeLeft(job.secondsLeft)]
            .filter((part) => part !== "")
            .join(", ")}
        </span>
      </p>
      <progress
        aria-label={job.label}
        max={1}
        {...(job.share === undefined ? {} : { value: job.share })}
      />
      <div className="buttons">
        <Button
          variant="outline"
          size="compact-md"
          loading={isStopping}
          onClick={() => {
            setStopping(true);
            void stopJob().finally(() => setStopping(false));
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
