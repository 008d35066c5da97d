// The real socket: what app.request() cannot show.

import { request } from "node:http";
import { connect, createServer } from "node:net";
import { networkInterfaces } from "node:os";
import { expect, onTestFinished, test } from "vitest";
import { makeAppUnderTest } from "./app-under-test.ts";
import { type Served, serve, serveProblemText } from "./serve.ts";

async function running(): Promise<Served> {
  const { app, security } = makeAppUnderTest();
  const served = await serve({ app, security, port: 0 });
  if (!served.ok) throw new Error(serveProblemText(served.problem));
  onTestFinished(() => served.value.close());
  return served.value;
}

function statusFor(port: number, headers: Record<string, string>, path = "/health") {
  return new Promise<number | undefined>((resolve, reject) => {
    request({ host: "127.0.0.1", port, path, headers, setHost: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end();
  });
}

test("serve() on any free port answers under the port it got", async () => {
  const { url, port, newStartLink } = await running();
  expect(url).toBe(`http://127.0.0.1:${port}`);
  expect(await (await fetch(`${url}/health`)).json()).toEqual({ ok: true });
  const link = newStartLink();
  expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/start\?token=[\w-]{43}$/);
  const start = await fetch(link, { redirect: "manual" });
  expect([start.status, (start.headers.get("set-cookie") ?? "").includes("HttpOnly")]).toEqual([
    303,
    true,
  ]);
});

test("an operation can be called over the socket", async () => {
  const { url, newStartLink } = await running();
  const start = await fetch(newStartLink(), { redirect: "manual" });
  const response = await fetch(`${url}/api/look-up`, {
    method: "POST",
    body: '{"title":"nurse"}',
    headers: {
      Cookie: start.headers.get("set-cookie")?.split(";")[0] ?? "",
      Origin: url,
      "Sec-Fetch-Site": "same-origin",
      "Content-Type": "application/json",
    },
  });
  expect(await response.json()).toEqual({ ok: true, value: { said: "found nurse" } });
});

test("odd Host headers and request lines are refused on the socket too", async () => {
  const { port } = await running();
  expect(await statusFor(port, { Host: `127.0.0.1:${port}` })).toBe(200);
  expect(await statusFor(port, { Host: `localhost:${port}` })).toBe(200);
  for (const host of ["evil.example", `evil.example:${port}`, "", "a b", `127.0.0.1:${port + 1}`]) {
    expect([400, 403], host).toContain(await statusFor(port, { Host: host }));
  }
  const absolute = `http://127.0.0.1:${port}/health`;
  expect(await statusFor(port, { Host: "evil.example" }, absolute)).toBe(400);
});

test("a websocket is not opened", async () => {
  const { port } = await running();
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(port, "127.0.0.1", () =>
      socket.write(
        `GET /api/look-up HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
      ),
    );
    socket.once("data", (data) => {
      resolve(data.toString());
      socket.destroy();
    });
  });
  expect(answer).toMatch(/^HTTP\/1\.1 401 /);
});

test("only loopback listens", async () => {
  const { port, addresses } = await running();
  expect(["127.0.0.1", "::1"]).toEqual(expect.arrayContaining([...addresses]));
  const others = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ internal, family }) => !internal && family === "IPv4")
    .map(({ address }) => address);
  for (const host of [...others, "127.0.0.2"]) {
    const connected = await new Promise<boolean>((resolve) => {
      const socket = connect({ host, port, timeout: 1000 }, () => resolve(true));
      socket.once("error", () => resolve(false));
      socket.once("timeout", () => resolve(false));
      socket.once("connect", () => socket.destroy());
    });
    expect(connected, host).toBe(false);
  }
});

test("a port that another program has is said, with what to do next", async () => {
  const { port } = await running();
  const { app, security } = makeAppUnderTest();
  const served = await serve({ app, security, port });
  if (served.ok) throw new Error("Two servers on one port");
  expect(served.problem).toEqual({ code: "serve/port-in-use", port });
  expect(serveProblemText(served.problem)).toContain(`--port ${port + 1}`);
});

test("after close() the port is free again", async () => {
  const served = await running();
  await served.close();
  await new Promise<void>((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(served.port, "127.0.0.1", () => server.close(() => resolve()));
  });
});
