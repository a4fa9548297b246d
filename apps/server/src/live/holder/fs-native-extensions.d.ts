declare module "fs-native-extensions" {
  /** Asks for an exclusive lock on the open file; false when another open file has it. The system frees it on close. */
  export const tryLock: (fd: number) => boolean;
}
