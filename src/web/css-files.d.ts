// Style sheets are imported for their effect, some scripts for their address; the bundler knows what to
// do with them, and its own types say so.

/// <reference types="vite/client" />
