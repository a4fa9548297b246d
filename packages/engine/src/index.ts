export * from "./book.ts";
export * from "./call/event.ts";
export * from "./call/instruction.ts";
export * from "./call/state.ts";
export * from "./money.ts";
export * from "./phone.ts";
