/** HTTP status, what the user reads, and where it is mended. */
export type ErrorRow = { status: number; title: string; detail: string; fixUrl?: string };
