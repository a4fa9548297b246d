import type { ApiKey } from "@ccp/contract";
import { useState } from "react";
import { Age, Time } from "#components/time.tsx";
import { Badge } from "#ui/badge.tsx";
import { Button } from "#ui/button.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { Table, TableCell, TableHead } from "#ui/table.tsx";
import { keyRoles } from "./key-roles.ts";
import { RevokeDialog } from "./revoke-dialog.tsx";

/** Every key there ever was; undefined while they are on their way. */
export const ApiKeyTable = ({ keys }: { keys: readonly ApiKey[] | undefined }) => {
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  return (
    <>
      <Table aria-busy={keys === undefined}>
        <thead>
          <tr>
            <TableHead className="pl-4 md:pl-6">Name</TableHead>
            <TableHead className="max-md:hidden">Begins with</TableHead>
            <TableHead>Role</TableHead>
            <TableHead className="max-md:hidden">Created</TableHead>
            <TableHead className="w-0 pr-4 md:pr-6">
              <span className="sr-only">Actions</span>
            </TableHead>
          </tr>
        </thead>
        <tbody>
          {keys === undefined ? (
            <SkeletonRow />
          ) : (
            keys.map((key) => <KeyRow key={key.id} apiKey={key} onRevoke={() => setRevoking(key)} />)
          )}
        </tbody>
      </Table>
      {revoking !== null && <RevokeDialog apiKey={revoking} onClose={() => setRevoking(null)} />}
    </>
  );
};

const toRoleName = ({ role }: ApiKey): string => keyRoles.find(({ value }) => value === role)?.label ?? role;

const KeyRow = ({ apiKey, onRevoke }: { apiKey: ApiKey; onRevoke: () => void }) => (
  <tr>
    <TableCell className="max-w-60 py-1.5 pl-4 md:pl-6">
      <span className="block truncate font-medium">{apiKey.name}</span>
      <span className="block truncate font-mono text-grey-11 md:hidden">{apiKey.prefix}…</span>
    </TableCell>
    <TableCell className="font-mono max-md:hidden">{apiKey.prefix}…</TableCell>
    <TableCell>{toRoleName(apiKey)}</TableCell>
    <TableCell className="max-md:hidden">
      <Time at={Date.parse(apiKey.createdAt)} />
    </TableCell>
    <TableCell className="pr-4 text-right md:pr-6">
      {apiKey.revokedAt === null ? (
        <Button aria-label={`Revoke ${apiKey.name}`} onClick={onRevoke}>
          Revoke
        </Button>
      ) : (
        <Badge>
          Revoked <Age at={Date.parse(apiKey.revokedAt)} />
        </Badge>
      )}
    </TableCell>
  </tr>
);

const SkeletonRow = () => (
  <tr>
    {[0, 1, 2, 3, 4].map((cell) => (
      <TableCell key={cell} className="first:pl-4 md:first:pl-6">
        <Skeleton className="w-2/3" />
      </TableCell>
    ))}
  </tr>
);
