// What may be sent as a file: held by the server, and known to the browser so that nothing is sent in vain.

/** Largest file that may be sent. Assumption: twice the largest release; the readers' own cap is the same. */
export const MOST_UPLOAD_BYTES = 256_000_000;

/** Said of a file that is larger. */
export const TOO_LARGE =
  "Cannot take the file: it is larger than 256 MB, more than any release has";

/** Said of files that are larger together: no release is, in however many tables it comes. */
export const TOO_LARGE_TOGETHER =
  "Cannot take the files: together they are larger than 256 MB, more than any release has";

/** Said of files of one name out of several folders: the one would take the other's place. */
export const SAME_NAME =
  "Cannot take the files: two of them have the same name. Choose the folder of one release alone";

/** The kinds of file that a release comes in, by the ending of their name; no form can send one. */
export const UPLOAD_TYPES: Readonly<Record<string, string>> = {
  zip: "application/zip",
  csv: "text/csv",
  txt: "text/tab-separated-values",
  tsv: "text/tab-separated-values",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};
