// The second ways: each with the day and the condition at which it becomes the better one.

import { monthsInWords } from "../../domain/length-of-time.ts";
import type { Backup } from "../../domain/routes/route.ts";
import { chanceInWords, unbroken } from "../in-words.ts";
import { backupLetter } from "./plan-picture.tsx";

export function BackupList({ backups }: { readonly backups: readonly Backup[] }) {
  return (
    <ol className="backups">
      {backups.map((backup, index) => (
        <li key={backup.id}>
          <h3>
            <span className="letter">{backupLetter(index)}</span> {backup.route.name}
            <span className="quiet">
              {backup.kind === "same goal" ? ", to the same goal" : ", another goal near this one"}
            </span>
          </h3>
          <p>{unbroken(backup.tripwire)}</p>
          <p className="quiet">
            {unbroken(
              `It takes about ${monthsInWords(backup.route.months.likely)}. ${backup.why ?? ""} All this on these assumptions.`,
            )}
          </p>
          {backup.standsWhen.length > 0 && (
            <details>
              <summary>What it does not depend on</summary>
              <ul>
                {backup.standsWhen.map((cause) => (
                  <li key={cause.id}>
                    {cause.label}: {chanceInWords(cause.chance)}, {cause.source}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </li>
      ))}
    </ol>
  );
}
