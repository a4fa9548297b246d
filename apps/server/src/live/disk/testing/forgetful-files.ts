import { basename } from "node:path";
import type { Files } from "#live/disk/files.ts";
import { type FaultMeter, type PlannedFailures, type PowerFailure, createFaultMeter } from "./fault-meter.ts";

/** `live` is what the process sees, `durable` what the disk holds; `dropped` are bytes that a failed sync gave up. */
type Inode = { live: Buffer; durable: Buffer; dropped: [from: number, to: number][] };
type Names = Map<string, Inode>;

/** What a power loss leaves of what was not synced; the fractions run from 0 to 1. */
export type Loss = { keptBytes: number; keptNames: number; holds: "nothing" | "zeros" };

export type ForgetfulFiles = Files & {
  /** Operations that changed something, so far. */
  operations: () => number;
  failAt: (failures: PlannedFailures) => void;
  losePowerAt: (failure: PowerFailure) => void;
  /** The disk as the next start finds it. */
  restart: (loss: Loss) => ForgetfulFiles;
};

const noFile = (): never => {
  throw Object.assign(new Error("ENOENT: no such file"), { code: "ENOENT" });
};

const overlay = (old: Buffer, bytes: Buffer, position: number): Buffer => {
  const whole = Buffer.alloc(Math.max(old.length, position + bytes.length));
  old.copy(whole);
  bytes.copy(whole, position);
  return whole;
};

/** Within a file's length the parts of a write reach the disk in any order: its front alone, or its back alone. */
const tear = ({ live, durable }: Inode, { keptBytes, holds }: Loss): Buffer => {
  const from = live.findIndex((byte, at) => byte !== durable[at]);
  const to = live.findLastIndex((byte, at) => byte !== durable[at]) + 1;
  const cut = from + Math.round((to - from) * keptBytes);
  const [front, back] = holds === "nothing" ? [live, durable] : [durable, live];
  return Buffer.concat([front.subarray(0, cut), back.subarray(cut)]);
};

const toSurvivor = (inode: Inode, loss: Loss): Buffer => {
  const { live, durable } = inode;
  const { keptBytes, holds } = loss;
  if (live.length < durable.length) return keptBytes < 0.5 ? durable : live;
  if (live.length === durable.length) return live.equals(durable) ? live : tear(inode, loss);
  const cut = durable.length + Math.round((live.length - durable.length) * keptBytes);
  const kept = Buffer.concat([durable, live.subarray(durable.length, cut)]);
  return holds === "zeros" ? Buffer.concat([kept, Buffer.alloc(live.length - kept.length)]) : kept;
};

const operateOn = (inodeOf: (fd: number) => Inode, { perform }: FaultMeter) => ({
  size: (fd: number) => inodeOf(fd).live.length,
  read: (fd: number, target: Buffer, position: number) => inodeOf(fd).live.copy(target, 0, position),
  write: (fd: number, bytes: Buffer, position: number) => {
    const inode = inodeOf(fd);
    const put = (part: Buffer): void => {
      inode.live = overlay(inode.live, part, position);
    };
    perform(
      () => put(bytes),
      () => put(bytes.subarray(0, bytes.length >> 1)),
    );
  },
  truncate: (fd: number, sizeBytes: number) => {
    const inode = inodeOf(fd);
    perform(() => {
      inode.live = inode.live.subarray(0, sizeBytes);
    });
  },
  fdatasync: (fd: number) => {
    const inode = inodeOf(fd);
    const sync = (): void => {
      inode.durable = Buffer.from(inode.live);
      for (const [from, to] of inode.dropped) inode.durable.fill(0, from, to);
    };
    perform(sync, () => inode.dropped.push([inode.durable.length, inode.live.length]));
  },
});

/**
 * A disk in memory that forgets at a power loss whatever was not synced: file bytes without `fdatasync`, names without
 * `syncDir`. The unsynced end of a file is torn at any byte, and so is an unsynced write within it; unsynced names come through in part, in their order.
 */
export const createForgetfulFiles = (start: Names = new Map()): ForgetfulFiles => {
  const live: Names = new Map(start);
  let durable: Names = new Map(start);
  let unsynced: ((names: Names) => void)[] = [];
  const handles: Inode[] = [];
  const meter = createFaultMeter();

  const alter = (change: (names: Names) => void): void => {
    meter.perform(() => {
      change(live);
      unsynced.push(change);
    });
  };

  return {
    ...meter,
    ...operateOn((fd) => handles[fd] ?? noFile(), meter),
    makeDir: () => undefined,
    list: () => [...live.keys()],
    open: (path, mode) => {
      const fresh: Inode = { live: Buffer.alloc(0), durable: Buffer.alloc(0), dropped: [] };
      if (mode === "create") alter((names) => names.set(basename(path), fresh));
      return handles.push(live.get(basename(path)) ?? noFile()) - 1;
    },
    close: () => undefined,
    rename: (from, to) => {
      const inode = live.get(basename(from)) ?? noFile();
      alter((names) => names.delete(basename(from)) && names.set(basename(to), inode));
    },
    unlink: (path) => {
      alter((names) => names.delete(basename(path)));
    },
    syncDir: () => {
      meter.perform(() => {
        durable = new Map(live);
        unsynced = [];
      });
    },
    restart: (loss) => {
      const names: Names = new Map(durable);
      for (const change of unsynced.slice(0, Math.round(unsynced.length * loss.keptNames))) change(names);
      const survivors = [...names].map(([name, inode]): [string, Inode] => {
        const bytes = toSurvivor(inode, loss);
        return [name, { live: bytes, durable: bytes, dropped: [] }];
      });
      return createForgetfulFiles(new Map(survivors));
    },
  };
};
