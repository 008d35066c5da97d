import { expect, test } from "vitest";
import { showWork, type WorkOutput } from "./work-shown.ts";

function outputUnderTest(style: WorkOutput["style"]) {
  let time = 0;
  let interrupt: (() => void) | undefined;
  const written: string[] = [];
  const shown = showWork({
    write: (text) => written.push(text),
    style,
    columns: 70,
    clock: () => time,
    onInterrupt: (listener) => {
      interrupt = listener;
      return () => {
        interrupt = undefined;
      };
    },
  });
  const tell = (at: number, label: string, share: number | undefined) => {
    time = at;
    shown.progress(label, share);
  };
  return { shown, tell, written, interrupt: () => interrupt?.(), isListening: () => interrupt };
}

test("showWork() writes a short log where nobody watches, with the time left once it can be guessed", () => {
  const { shown, tell, written } = outputUnderTest("lines");
  tell(0, "Downloading", undefined);
  for (let percent = 0; percent <= 100; percent++) tell(percent * 100, "Reading", percent / 100);
  tell(10_100, "Learning titles", 0);
  tell(70_100, "Learning titles", 0.4);
  shown.end();
  expect(written).toEqual([
    "Downloading\n",
    "Reading 0 %\n",
    "Reading 25 %\n",
    "Reading 50 %, a few seconds left\n",
    "Reading 75 %, a few seconds left\n",
    "Reading 100 %, a few seconds left\n",
    "Learning titles 0 %\n",
    "Learning titles 40 %, about 90 seconds left\n".replace("90 seconds", "2 minutes"),
  ]);
});

test("showWork() draws one line in a terminal, no wider than it, and leaves nothing of it", () => {
  const { shown, tell, written } = outputUnderTest("bar");
  tell(0, "Reading a release with a very long name indeed", 0.5);
  tell(10, "Reading a release with a very long name indeed", 0.51);
  tell(200, "Reading a release with a very long name indeed", 0.6);
  expect(written.length).toBe(2);
  expect(written[1]).toContain("60 %");
  for (const line of written) expect(line.replace("\r\u001b[K", "").length).toBeLessThan(70);
  shown.end();
  expect(written.at(-1)).toBe("\r\u001b[K");
});

test("showWork() writes nothing where only the answer is wanted", () => {
  const { shown, tell, written } = outputUnderTest("nothing");
  tell(0, "Reading", 0.5);
  shown.end();
  expect(written).toEqual([]);
});

test("showWork() takes the first Ctrl+C for itself and leaves the second to the program", () => {
  const { shown, interrupt, isListening } = outputUnderTest("lines");
  expect(shown.signal.aborted).toBe(false);
  interrupt();
  expect(shown.signal.aborted).toBe(true);
  expect(isListening()).toBeUndefined();
});
