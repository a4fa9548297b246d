import { Link } from "wouter";
import { writeOpenForm } from "#components/list-page/use-form-param.ts";
import { Button } from "#ui/button.tsx";
import type { Id } from "./noun-operations.ts";

type CloneLinkProps = { toList: (search: string) => string; id: Id };

/** Opens the form for a new one, filled in with what this one has. */
export const CloneLink = ({ toList, id }: CloneLinkProps) => (
  <Button asChild>
    <Link href={toList(`form=${writeOpenForm({ kind: "clone", id: String(id) })}`)}>Clone</Link>
  </Button>
);
