import { expect, test } from "vitest";
import { StorageError } from "../storage/store.ts";
import { failureOf, failureTrace } from "./failure-text.ts";

test("failureOf() passes on the storage's own words and no others", () => {
  expect(failureOf(new StorageError("storage/full", "Cannot save: the disk is full"))).toEqual({
    code: "storage/full",
    message: "Cannot save: the disk is full",
  });
  for (const error of [
    new Error("canary"),
    Object.assign(new Error("canary"), { code: "ENOENT" }),
    "canary",
    undefined,
  ]) {
    expect(failureOf(error).code).toBe("internal");
    expect(failureOf(error).message).not.toContain("canary");
  }
});

test("failureTrace() tells the kind and the place, never the words", () => {
  const trace = failureTrace(new TypeError("canary\n    at canary"));
  expect(trace.name).toBe("TypeError");
  expect(trace.at.some((line) => line.includes("failure-text.test.ts"))).toBe(true);
  expect(JSON.stringify(trace)).not.toContain("canary");
  expect(failureTrace("canary")).toEqual({ name: "string", at: [] });
});
