// Where the web app begins: the look, the data, the pages. Nothing here is inline in the page, since the
// security policy allows no inline script.

import "@mantine/core/styles.css";
import "@fontsource-variable/source-serif-4";
import "@fontsource-variable/inter";
import "./look.css";
import "./words.css";
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { cspNonce } from "./csp-nonce.ts";
import { router } from "./router.tsx";
import { theme } from "./theme.ts";

const queries = new QueryClient({
  // The server is on this machine: an answer is fresh until something changes, and a refusal stays one.
  defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false } },
});

const app = document.getElementById("app");
if (app === null) throw new Error("The page has no place for the app");
createRoot(app).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={cspNonce}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
