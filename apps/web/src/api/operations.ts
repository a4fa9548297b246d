import { api, type Api, type Endpoint, type EndpointId } from "@ccp/contract";

/** What a browser needs to know of an operation in order to ask for it. */
export type Operation = Pick<Endpoint, "method" | "path"> & { answers: Endpoint["answer"]["kind"] };

/** Operations that answer with a table as comma-separated values. */
export type CsvOperationId = {
  [Id in keyof Api]: Api[Id]["answer"]["kind"] extends "csv" ? Id : never;
}[keyof Api];

/** Every operation of the contract; a build works this list out, so that no schema is loaded for its sake. */
export const operations = Object.fromEntries<Operation>(
  Object.entries(api).map(([id, { method, path, answer }]) => [id, { method, path, answers: answer.kind }]),
) as Record<EndpointId, Operation>;
