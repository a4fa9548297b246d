import { inject } from "vitest";
import type { TestProject } from "vitest/node";

const key = "serverUrl";

// Vitest knows the types of provided values only through an interface of its own, hence the two casts around one key.
export const provideServerUrl = (project: TestProject, url: string): void => {
  (project.provide as (key: string, value: string) => void)(key, url);
};

/** The address of the run's PostgreSQL, from within a test. */
export const injectServerUrl = (): string => (inject as (key: string) => string)(key);
