import type { Control } from "react-hook-form";

/** The part of a form that holds caps under `caps`, by the names of its cells. */
export type CapsControl = Control<Record<string, string>>;
