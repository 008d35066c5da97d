// The port that the app is served on unless another is asked for. Alone in its file, so that help can
// name it without loading a server.

export const DEFAULT_PORT = 4747;
