import { createHash, randomBytes } from "node:crypto";
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { renamedInZip, resizedInZip, zipOf } from "../../test/zip-bytes.ts";
import { readOnet } from "../sources/onet.ts";
import { openingProblemText } from "../sources/opened-source.ts";
import { redirectProblem } from "./download.ts";
import { type OpenOptions, openSource } from "./open-source.ts";

const OCCUPATIONS = "O*NET-SOC Code\tTitle\tDescription\n11-0000.00\tMade up\tFor this test.\n";
const ONET = {
  "db_99_0_text/Occupation Data.txt": OCCUPATIONS,
  "db_99_0_text/Job Zones.txt": "O*NET-SOC Code\tJob Zone\n11-0000.00\t3\n",
  "db_99_0_text/Tools Used.txt": "not wanted",
};

let folder: string;
let downloads: string;
let address: string;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let requests: IncomingMessage[];

const server = createServer((request, response) => {
  requests.push(request);
  answer(request, response);
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "throughline-open-"));
  downloads = join(folder, "downloads");
  requests = [];
  answer = (_, response) => response.writeHead(500).end();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function opened(location: string, options: Partial<OpenOptions> = {}) {
  const download = { waits: [1, 1], ...options.download };
  return openSource(location, { kind: "onet", temporaryFolder: downloads, ...options, download });
}

async function fileOf(bytes: Uint8Array | string, name = "onet.zip"): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

/** Opens it and gives the problem; every problem has a sentence that says what to do. */
async function problemOf(location: string, options: Partial<OpenOptions> = {}) {
  const result = await opened(location, options);
  if (result.ok) throw new Error("It was opened");
  expect(openingProblemText(result.problem)).toMatch(/^(Cannot|Stopped) .+\. [A-Z].+[^.]$/s);
  return result.problem;
}

/** Nothing of a download may stay, whatever happened. */
async function leftOnDisk(): Promise<readonly string[]> {
  return readdir(downloads).catch(() => []);
}

test("openSource() gives the wanted files of a zip, by name, with its hash", async () => {
  const zip = await zipOf(ONET);
  const result = await opened(await fileOf(zip));
  if (!result.ok) throw new Error(result.problem.code);
  const { files, sha256, bytes, releaseHint } = result.value;
  expect([...files.keys()]).toEqual([
    "onet.zip/db_99_0_text/Job Zones.txt",
    "onet.zip/db_99_0_text/Occupation Data.txt",
  ]);
  const own = files.get("onet.zip/db_99_0_text/Occupation Data.txt");
  expect(new TextDecoder().decode(own)).toBe(OCCUPATIONS);
  expect(sha256).toBe(createHash("sha256").update(zip).digest("hex"));
  expect(bytes).toBe(zip.length);
  expect(releaseHint).toBe("onet.zip");
});

test("openSource() gives the same of a folder, however deep the files lie", async () => {
  const place = join(folder, "all", "db_99_0_text");
  await mkdir(place, { recursive: true });
  for (const [name, text] of Object.entries(ONET)) await writeFile(join(folder, "all", name), text);
  const one = await opened(join(folder, "all"));
  const two = await opened(`${join(folder, "all")}/`);
  if (!one.ok) throw new Error(one.problem.code);
  expect(one.value.files.size).toBe(2);
  expect(one.value.releaseHint).toBe("all");
  expect(two).toEqual(one);
  await writeFile(join(place, "Job Zones.txt"), "O*NET-SOC Code\tJob Zone\n11-0000.00\t4\n");
  const changed = await opened(join(folder, "all"));
  expect(changed.ok && changed.value.sha256).not.toBe(one.value.sha256);
});

test("openSource() takes a single table", async () => {
  const result = await opened(await fileOf(OCCUPATIONS, "Occupation Data.txt"));
  expect(result.ok && [...result.value.files.keys()]).toEqual([
    "Occupation Data.txt/Occupation Data.txt",
  ]);
});

test("openSource() gives the sheets of a spreadsheet as tables, alone, in a zip and in a folder", async () => {
  const cells = (row: readonly string[]) =>
    `<row>${row.map((cell) => `<c t="str"><v>${cell}</v></c>`).join("")}</row>`;
  const rows = [
    ["OCC_CODE", "OCC_TITLE", "O_GROUP", "TOT_EMP", "A_MEDIAN"],
    ["91-1001", "Lamp Lighters", "detailed", "1200", "41500"],
  ];
  const sheet = `<worksheet><sheetData>${rows.map(cells).join("")}</sheetData></worksheet>`;
  const book = await zipOf({ "xl/workbook.xml": "", "xl/worksheets/sheet1.xml": sheet });
  const alone = await fileOf(book, "national.xlsx");
  const zipped = await fileOf(await zipOf({ "oesm/national.xlsx": book }), "oesm.zip");
  for (const location of [alone, zipped, folder]) {
    const result = await opened(location, { kind: "bls" });
    if (!result.ok) throw new Error(openingProblemText(result.problem));
    const [name, bytes] = [...result.value.files][0] ?? [];
    expect(name).toMatch(/national\.xlsx\/sheet1\.csv$/);
    expect(new TextDecoder().decode(bytes)).toBe(
      `${rows.map((row) => row.join(",")).join("\n")}\n`,
    );
  }
  // Beside a torn one the sound one still counts; alone it is said.
  await writeFile(alone, "PK\x03\x04 torn");
  await writeFile(join(folder, "sound.xlsx"), book);
  const beside = await opened(folder, { kind: "bls" });
  expect(beside.ok && beside.value.files.size).toBe(1);
  expect((await problemOf(alone, { kind: "bls" })).code).toBe("source/damaged-zip");
});

test("openSource() reads O*NET's spreadsheets by their own names", async () => {
  const cells = (row: readonly string[]) =>
    `<row>${row.map((cell) => `<c t="str"><v>${cell}</v></c>`).join("")}</row>`;
  const bookOf = (rows: readonly string[][]) =>
    zipOf({
      "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${rows.map(cells).join("")}</sheetData></worksheet>`,
    });
  const zip = await zipOf({
    "db_99_0_excel/Occupation Data.xlsx": await bookOf([
      ["O*NET-SOC Code", "Title", "Description"],
      ["11-0000.00", "Made up", "For this test."],
    ]),
    "db_99_0_excel/Tools Used.xlsx": await bookOf([["not wanted"]]),
  });
  const result = await opened(await fileOf(zip));
  if (!result.ok) throw new Error(openingProblemText(result.problem));
  expect([...result.value.files.keys()]).toEqual([
    "onet.zip/db_99_0_excel/Occupation Data.xlsx/sheet1.csv",
  ]);
  const { catalogue } = readOnet(result.value.files);
  expect([catalogue.release, catalogue.titles]).toEqual(["O*NET 99.0", ["Made up"]]);
  expect(await problemOf(await fileOf(zip), { kind: "bls" })).toMatchObject({ looksLike: "onet" });
});

test("openSource() tells of what is not there, or may not be read", async () => {
  expect(await problemOf(join(folder, "nothing.zip"))).toMatchObject({ code: "source/not-found" });
  expect(await problemOf("")).toMatchObject({ code: "source/not-found" });
  expect(await problemOf("/dev/null")).toMatchObject({ code: "source/not-readable" });
  const locked = await fileOf("x", "locked.zip");
  await chmod(locked, 0);
  // Root may read everything.
  if (process.getuid?.() !== 0) {
    expect(await problemOf(locked)).toMatchObject({ code: "source/not-readable" });
  }
});

test("openSource() says when something in a folder may not be read", async () => {
  const inner = join(folder, "release", "inner");
  await mkdir(inner, { recursive: true });
  await writeFile(join(folder, "release", "Occupation Data.txt"), OCCUPATIONS);
  await chmod(inner, 0);
  const result = await opened(join(folder, "release"));
  await chmod(inner, 0o700);
  // Root may read everything.
  if (process.getuid?.() === 0) expect(result.ok).toBe(true);
  else {
    expect(result).toMatchObject({
      problem: { code: "source/not-readable", reason: expect.stringContaining("in it") },
    });
  }
});

test("openSource() says where a download cannot be kept, and asks no server", async () => {
  const file = await fileOf("no folder", "file");
  for (const temporaryFolder of [file, join(file, "below")]) {
    const problem = await problemOf(`${address}/onet.zip`, { temporaryFolder });
    expect(problem).toMatchObject({ code: "source/no-place", folder: temporaryFolder });
  }
  expect(requests).toEqual([]);
});

test("openSource() knows a download of another kind, and says which", async () => {
  const esco = await fileOf(await zipOf({ "occupations_en.csv": "a", "skills_en.csv": "b" }));
  expect(await problemOf(esco)).toEqual({
    code: "source/wrong-kind",
    location: esco,
    kind: "onet",
    found: ["occupations_en.csv", "skills_en.csv"],
    looksLike: "esco",
  });
  expect(await problemOf(await fileOf(await zipOf(ONET)), { kind: "bls" })).toMatchObject({
    code: "source/wrong-kind",
    looksLike: "onet",
  });
  const crosswalk = await fileOf("2010 SOC Code,2018 SOC Code\n", "any.csv");
  expect(await problemOf(crosswalk, { kind: "bls" })).toMatchObject({ looksLike: "crosswalks" });
  expect(await problemOf(await fileOf(await zipOf({})))).toMatchObject({ found: [] });
  expect(await problemOf(await fileOf("\x1f\x8bother", "x.tar.gz"))).toMatchObject({
    code: "source/not-a-zip",
  });
});

test("openSource() refuses two releases in one folder, or in one zip, and takes one in several languages", async () => {
  const [older, newer] = ["db_98_0_text", "db_99_0_text"];

  const two = Object.fromEntries(
    [older, newer].map((name) => [`${name}/Occupation Data.txt`, OCCUPATIONS]),
  );
  for (const [name, text] of Object.entries(two)) {
    await mkdir(join(folder, "both", name, ".."), { recursive: true });
    await writeFile(join(folder, "both", name), text);
  }
  const refused = { code: "source/several-releases", kind: "onet" };
  expect(await problemOf(join(folder, "both"))).toMatchObject(refused);
  expect(await problemOf(await fileOf(await zipOf(two)))).toMatchObject(refused);
  expect((await opened(join(folder, "both", newer))).ok).toBe(true);
  const spoken = { "de/occupations_de.csv": "a", "en/occupations_en.csv": "a" };
  expect((await opened(await fileOf(await zipOf(spoken)), { kind: "esco" })).ok).toBe(true);
});

test("openSource() refuses names that point outside, wherever they stand", async () => {
  for (const name of ["../evil.txt", "/abs/evil.t", "C:/evil.txt", "a/../../x.t"]) {
    const zip = await zipOf({ ...ONET, ["x".repeat(name.length)]: "evil" });
    const hostile = await fileOf(renamedInZip(zip, "x".repeat(name.length), name));
    expect(await problemOf(hostile), name).toMatchObject({ code: "source/unsafe-name", name });
  }
});

test("openSource() refuses two files of one name", async () => {
  const zip = await zipOf({ ...ONET, "db_99_0_text/Job Zonez.txt": "other" });
  const hostile = await fileOf(renamedInZip(zip, "Zonez", "Zones"));
  expect(await problemOf(hostile)).toMatchObject({ code: "source/duplicate-name" });
});

test("openSource() refuses a zip that was cut anywhere, or changed", async () => {
  const zip = await zipOf(ONET);
  for (const share of [0.1, 0.5, 0.9, 0.99]) {
    const cut = await fileOf(zip.subarray(0, Math.floor(zip.length * share)));
    expect(await problemOf(cut), `${share}`).toMatchObject({ code: "source/damaged-zip" });
  }
  // Not packed, so that nothing but the checksum tells.
  const changed = renamedInZip(await zipOf(ONET, { compress: false }), "For this", "For that");
  expect(await problemOf(await fileOf(changed))).toMatchObject({
    code: "source/damaged-zip",
    reason: expect.stringContaining("is not what was packed"),
  });
});

test("openSource() stops unpacking a bomb at its limits", async () => {
  const bomb = await zipOf({ "Occupation Data.txt": Buffer.alloc(40_000_000) });
  expect(bomb.length).toBeLessThan(100_000);
  expect(await problemOf(await fileOf(bomb))).toMatchObject({
    code: "source/too-large",
    what: "packing ratio",
  });
  const lying = await fileOf(resizedInZip(bomb, 10));
  expect((await problemOf(lying)).code).toMatch(/^source\/(damaged-zip|too-large)$/);
  const limits = { entries: 2, entryBytes: 1000, totalBytes: 100, ratio: 100 };
  const sound = await fileOf(await zipOf(ONET));
  expect(await problemOf(sound, { limits })).toMatchObject({ what: "number of files", most: 2 });
  const few = { ...limits, entries: 9 };
  expect(await problemOf(sound, { limits: few })).toMatchObject({ what: "unpacked size" });
  const small = { ...few, totalBytes: 1000, entryBytes: 10 };
  expect(await problemOf(sound, { limits: small })).toMatchObject({ what: "file", most: 10 });
});

test("openSource() downloads, tells how far it is, and leaves nothing on the disk", async () => {
  const zip = await zipOf(ONET);
  const during: (readonly string[])[] = [];
  answer = async (_, response) => {
    response.writeHead(200, { "content-length": zip.length }).write(zip.subarray(0, 50));
    await setTimeout(30);
    during.push(await leftOnDisk());
    response.end(zip.subarray(50));
  };
  const told: [string, number, number | undefined][] = [];
  const result = await opened(`${address}/dl/db_99_0_text.zip?key=1`, {
    progress: (...step) => told.push(step),
  });
  if (!result.ok) throw new Error(result.problem.code);
  expect(result.value.sha256).toBe(createHash("sha256").update(zip).digest("hex"));
  expect(result.value.releaseHint).toBe("db_99_0_text.zip");
  expect(told.filter(([doing]) => doing === "downloading").at(-1)).toEqual([
    "downloading",
    zip.length,
    zip.length,
  ]);
  expect(told.at(-1)?.[0]).toBe("unpacking");
  // Not even while it comes has the file a name, so that a kill leaves nothing.
  if (process.platform !== "win32") expect(during).toEqual([[]]);
  expect(await leftOnDisk()).toEqual([]);
});

test("openSource() follows redirects, up to a limit, and only to web addresses", async () => {
  const zip = await zipOf(ONET);
  const to = (location: string) => (response: ServerResponse) =>
    response.writeHead(302, { location }).end();
  answer = ({ url }, response) => {
    if (url === "/end") response.end(zip);
    else if (url === "/start") to("/middle")(response);
    else if (url === "/middle") to(`${address}/end`)(response);
    else to(url === "/file" ? "file:///etc/passwd" : "/loop")(response);
  };
  expect((await opened(`${address}/start`)).ok).toBe(true);
  expect(await problemOf(`${address}/loop`)).toMatchObject({ code: "source/redirects" });
  expect(await problemOf(`${address}/file`)).toMatchObject({ code: "source/bad-address" });
});

test("redirectProblem() refuses to leave a protected address for one that is not", () => {
  const [safe, open] = [new URL("https://a.example/x"), new URL("http://b.example/y")];
  expect(redirectProblem(safe, open, "y")).toEqual({
    code: "source/insecure-redirect",
    to: "http://b.example/y",
  });
  expect(redirectProblem(open, safe, "x")).toBeUndefined();
  expect(redirectProblem(safe, safe, "x")).toBeUndefined();
});

test("redirectProblem() refuses to leave the web for the person's own machine or network", () => {
  const web = new URL("https://a.example/x");
  for (const near of [
    "https://127.0.0.1:4747/",
    "https://2130706433/",
    "https://0x7f.1/",
    "https://localhost/",
    "https://LOCALHOST./",
    "https://[::1]/",
    "https://[::ffff:127.0.0.1]/",
    "https://10.0.0.1/",
    "https://172.20.0.1/",
    "https://192.168.1.1/",
    "https://169.254.169.254/",
    "https://[fe80::1]/",
    "https://[fd00::1]/",
    "https://router/",
    "https://printer.local/",
  ]) {
    const to = new URL(near);
    expect(redirectProblem(web, to, near), near).toMatchObject({ code: "source/bad-address" });
    // Whoever gave such an address wanted it; from there it may go on.
    expect(redirectProblem(to, to, near), near).toBeUndefined();
  }
  for (const far of ["https://172.32.0.1/", "https://10.example/", "https://b.example/y"]) {
    expect(redirectProblem(web, new URL(far), far), far).toBeUndefined();
  }
});

/** A server that sends a part and cuts; it goes on where it was cut when asked, if it can. */
function cutting(file: Buffer, cuts: number, headers: Record<string, string>) {
  let left = cuts;
  return (request: IncomingMessage, response: ServerResponse) => {
    const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? "")?.[1] ?? 0);
    const rest = file.subarray(from);
    const range = `bytes ${from}-${file.length - 1}/${file.length}`;
    response.writeHead(from > 0 ? 206 : 200, {
      ...headers,
      "content-length": rest.length,
      ...(from > 0 ? { "content-range": range } : {}),
    });
    left -= 1;
    if (left < 0) response.end(rest);
    else {
      response.write(rest.subarray(0, Math.ceil(rest.length / 2)), () => {
        setTimeout(20).then(() => response.destroy());
      });
    }
  };
}

test("openSource() goes on after a cut where the server can", async () => {
  const zip = await zipOf(ONET);
  answer = cutting(zip, 3, { etag: '"v1"' });
  const result = await opened(`${address}/onet.zip`);
  expect(result.ok && result.value.sha256).toBe(createHash("sha256").update(zip).digest("hex"));
  const [first, ...rest] = requests.map(({ headers }) => headers);
  expect(first?.range).toBeUndefined();
  expect(rest).toHaveLength(3);
  for (const headers of rest) {
    expect(headers.range).toMatch(/^bytes=[1-9]\d*-$/);
    expect(headers["if-range"]).toBe('"v1"');
  }
});

test("openSource() begins anew after a cut where it cannot be sure of the same file", async () => {
  const zip = await zipOf(ONET);
  answer = cutting(zip, 1, {});
  const result = await opened(`${address}/onet.zip`);
  expect(result.ok && result.value.sha256).toBe(createHash("sha256").update(zip).digest("hex"));
  expect(requests.map(({ headers }) => headers.range)).toEqual([undefined, undefined]);
});

test("openSource() begins anew where the file has changed since the cut", async () => {
  const old = randomBytes(50_000);
  const zip = await zipOf(ONET);
  const first = cutting(old, 1, { etag: '"old"' });
  answer = (request, response) => {
    if (requests.length === 1) first(request, response);
    else response.writeHead(200, { etag: '"new"', "content-length": zip.length }).end(zip);
  };
  const result = await opened(`${address}/onet.zip`);
  expect(requests[1]?.headers["if-range"]).toBe('"old"');
  expect(result.ok && result.value.bytes).toBe(zip.length);
});

test("openSource() goes by the date of the last change where the tag is a weak one", async () => {
  const date = "Fri, 01 Jan 2100 00:00:00 GMT";
  answer = cutting(await zipOf(ONET), 1, { etag: 'W/"v1"', "last-modified": date });
  expect((await opened(`${address}/onet.zip`)).ok).toBe(true);
  expect(requests[1]?.headers["if-range"]).toBe(date);
});

test("openSource() takes the rest in parts where the server gives no more at once", async () => {
  const zip = await zipOf(ONET);
  const first = cutting(zip, 1, { etag: '"v"' });
  answer = (request, response) => {
    if (requests.length === 1) first(request, response);
    else {
      const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? "")?.[1]);
      const part = zip.subarray(from, from + 100);
      const range = `bytes ${from}-${from + part.length - 1}/${zip.length}`;
      response.writeHead(206, { etag: '"v"', "content-range": range }).end(part);
    }
  };
  const result = await opened(`${address}/onet.zip`);
  expect(result.ok && result.value.sha256).toBe(createHash("sha256").update(zip).digest("hex"));
  answer = (request, response) => {
    if (request.headers.range === undefined) cutting(zip, 1, { etag: '"v"' })(request, response);
    else {
      const from = Number(/bytes=(\d+)-/.exec(request.headers.range)?.[1]);
      const range = `bytes ${from}-${zip.length - 1}/${zip.length}`;
      response.writeHead(206, { etag: '"v"', "content-range": range }).end(randomBytes(9999));
    }
  };
  expect(await problemOf(`${address}/onet.zip`)).toMatchObject({ code: "source/wrong-length" });
});

test("openSource() takes no part that does not fit where it was cut", async () => {
  const zip = await zipOf(ONET);
  const first = cutting(zip, 1, { etag: '"v"' });
  answer = (request, response) => {
    const wrong = { etag: '"v"', "content-range": `bytes 3-${zip.length - 1}/${zip.length}` };
    if (requests.length === 1) first(request, response);
    else if (request.headers.range === undefined) response.end(zip);
    else response.writeHead(206, wrong).end(zip.subarray(3));
  };
  const result = await opened(`${address}/onet.zip`);
  expect(result.ok && result.value.bytes).toBe(zip.length);
  expect(requests).toHaveLength(3);
});

test("openSource() gives up after some cuts, and says how far it came", async () => {
  const zip = await zipOf(ONET);
  answer = (_, response) => {
    response.writeHead(200, { "content-length": zip.length });
    response.write(zip.subarray(0, 100), () => setTimeout(20).then(() => response.destroy()));
  };
  expect(await problemOf(`${address}/onet.zip`)).toMatchObject({
    code: "source/cut-off",
    received: 100,
    whole: zip.length,
  });
  expect(await leftOnDisk()).toEqual([]);
});

test("openSource() takes a silent connection for a cut one", async () => {
  const zip = await zipOf(ONET);
  answer = (_, response) => {
    if (requests.length > 1) response.end(zip);
    else {
      response.writeHead(200, { "content-length": zip.length, etag: '"v"' });
      response.write(zip.subarray(0, 10));
    }
  };
  const download = { mostSilence: 100, waits: [1] };
  expect((await opened(`${address}/onet.zip`, { download })).ok).toBe(true);
  expect(requests).toHaveLength(2);
});

test("openSource() does not take a file of another length than the server told", async () => {
  const zip = await zipOf(ONET);
  answer = (_, response) => {
    // Longer than it is: the connection ends too early each time.
    response.writeHead(200, { "content-length": zip.length + 50, connection: "close" });
    response.write(zip, () => response.destroy());
  };
  expect((await problemOf(`${address}/onet.zip`)).code).toBe("source/cut-off");
  answer = (_, response) => {
    // Shorter than it is: what comes is a truncated zip.
    response.socket?.end(`HTTP/1.1 200 OK\r\ncontent-length: 90\r\n\r\n${zip.toString("latin1")}`);
  };
  expect((await problemOf(`${address}/onet.zip`)).code).toMatch(/damaged-zip|cut-off/);
  expect(await leftOnDisk()).toEqual([]);
});

test("openSource() takes a file that the server packs on its way, whatever length it tells", async () => {
  const zip = await zipOf(ONET);
  const packed = gzipSync(zip);
  answer = (request, response) => {
    expect(request.headers["accept-encoding"]).toBe("identity");
    response.writeHead(200, {
      "content-encoding": "gzip",
      "content-length": packed.length,
      etag: '"packed"',
    });
    // Cut once: what is asked for then is the whole again, since parts are of the packed bytes.
    if (requests.length > 1) response.end(packed);
    else
      response.write(packed.subarray(0, 99), () => setTimeout(20).then(() => response.destroy()));
  };
  const result = await opened(`${address}/onet.zip`);
  expect(result.ok && result.value.sha256).toBe(createHash("sha256").update(zip).digest("hex"));
  expect(requests.map(({ headers }) => headers.range)).toEqual([undefined, undefined]);
});

test("openSource() says that a file is empty, and how many bytes came in the place of how many", async () => {
  const empty = await problemOf(await fileOf(""));
  expect(openingProblemText(empty)).toMatch(/: the file is damaged \(it is empty\)\. Download/);
  const location = "https://a.example/x.zip";
  expect(
    openingProblemText({ code: "source/wrong-length", location, received: 1001, whole: 1000 }),
  ).toContain("1,001 bytes came instead of 1,000 bytes");
});

test("openSource() knows a web page, by its kind or by how it begins", async () => {
  const page = "<!DOCTYPE html><title>Sign in</title>";
  answer = (_, response) => response.writeHead(200, { "content-type": "text/html" }).end(page);
  expect((await problemOf(`${address}/onet.zip`)).code).toBe("source/web-page");
  const type = { "content-type": "application/zip" };
  answer = (_, response) =>
    response.writeHead(200, type).end('<?xml version="1.0"?>\n<html xmlns="x"><body>');
  expect((await problemOf(`${address}/onet.zip`)).code).toBe("source/web-page");
  answer = (_, response) => response.writeHead(200, type).end(`\n ${page}`);
  expect((await problemOf(`${address}/onet.zip`)).code).toBe("source/web-page");
  expect(await leftOnDisk()).toEqual([]);
});

test("openSource() tells a refusal from an absence, and tries again where that may help", async () => {
  answer = (_, response) => response.writeHead(404).end();
  expect((await problemOf(`${address}/x.zip`)).code).toBe("source/not-found");
  expect(requests).toHaveLength(1);
  answer = (_, response) => response.writeHead(403).end();
  expect(await problemOf(`${address}/x.zip`)).toMatchObject({
    code: "source/refused",
    status: 403,
  });
  expect(requests).toHaveLength(2);
  answer = (_, response) => response.writeHead(503).end();
  expect(await problemOf(`${address}/x.zip`)).toMatchObject({
    code: "source/refused",
    status: 503,
  });
  expect(requests).toHaveLength(5);
  answer = (request) => request.socket.destroy();
  expect((await problemOf(`${address}/x.zip`)).code).toBe("source/unreachable");
});

test("openSource() stops a download that is larger than any release, told or not", async () => {
  const download = { mostBytes: 1000, waits: [] };
  answer = (_, response) =>
    response.writeHead(200, { "content-length": 5000 }).end("x".repeat(5000));
  expect(await problemOf(`${address}/x.zip`, { download })).toMatchObject({
    code: "source/too-large",
    what: "download",
  });
  answer = (_, response) => {
    const more = () => response.write("x".repeat(600));
    more();
    const timer = setInterval(more, 5);
    response.on("close", () => clearInterval(timer));
  };
  expect(await problemOf(`${address}/x.zip`, { download })).toMatchObject({ most: 1000 });
  expect(await leftOnDisk()).toEqual([]);
});

test("openSource() stops when it is told to, while waiting as while reading", async () => {
  const stop = new AbortController();
  answer = (_, response) => {
    response.writeHead(200, { "content-length": 5000 }).write("x");
    setTimeout(20).then(() => stop.abort());
  };
  const problem = await problemOf(`${address}/x.zip`, { signal: stop.signal });
  expect(problem.code).toBe("source/cancelled");
  answer = (_, response) => response.writeHead(503).end();
  const later = AbortSignal.timeout(100);
  const waiting = { signal: later, download: { waits: [60_000] } };
  expect((await problemOf(`${address}/x.zip`, waiting)).code).toBe("source/cancelled");
  const zip = await fileOf(await zipOf(ONET));
  expect((await problemOf(zip, { signal: AbortSignal.abort() })).code).toBe("source/cancelled");
  expect(await leftOnDisk()).toEqual([]);
});

test("openSource() takes no address but http(s), and tells no secret that stands in one", async () => {
  expect((await problemOf("ftp://example.org/x.zip")).code).toBe("source/bad-address");
  expect((await problemOf("https://a:b@example.org/x.zip")).code).toBe("source/bad-address");
  answer = (_, response) => response.writeHead(404).end();
  const problem = await problemOf(`${address}/x.zip?token=secret`);
  expect(problem.location).toBe(`${address}/x.zip`);
});
