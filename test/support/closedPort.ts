/**
 * A port of the machine on which nothing listens. One that was free a moment ago will not do: another test file may be
 * given it meanwhile.
 */
export const CLOSED_PORT = 1;
