import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { repository } from "./fresh-clone.ts";
import { getFreePorts, type Ports, type Product, startProduct } from "./product.ts";

/** The product as built here, with a data folder of its own. */
export type Installation = {
  ports: Ports;
  at(pathname: string): string;
  /** Starts it, or starts it again with these settings; resolves with the printed link. */
  start(settings: Record<string, string>): Promise<string>;
  /** As Ctrl-C does; resolves with what still runs. */
  stop(): Promise<number[]>;
  /** Ends it and leaves nothing behind. */
  remove(): Promise<void>;
};

export const createInstallation = async (): Promise<Installation> => {
  const dataDir = await mkdtemp(path.join(tmpdir(), "ccp-e2e-"));
  const ports = await getFreePorts();
  const command = ["node", "scripts/start.mjs"];
  let product: Product | undefined;
  const stop = async (): Promise<number[]> => (await product?.pressCtrlC()) ?? [];
  return {
    ports,
    at: (pathname) => `http://localhost:${ports.server}${pathname}`,
    start: (settings) => {
      product = startProduct(repository, ports, { command, settings: { DATA_DIR: dataDir, ...settings } });
      return product.untilOpen();
    },
    stop,
    remove: async () => {
      await stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};
