import type { z } from "zod";
import { FormSheet } from "#components/form/form-sheet.tsx";
import { PageForm } from "#components/form/page-form.tsx";
import { showSaved } from "#components/form/show-saved.ts";
import { TextField } from "#components/form/text-field.tsx";
import { useCreateForm } from "#components/form/use-create-form.ts";
import { useEditForm } from "#components/form/use-edit-form.ts";
import { useRenew } from "#api/use-renew.ts";
import { useSession } from "#api/session.ts";
import { useCreated } from "./use-created.ts";

type Named = { name: string };

/** The contract's name, as both forms check it. */
type NameSchema = z.ZodType<Named, Named>;

type Texts = {
  /** "buyer" */
  word: string;
  hint: string;
};

type NewNamedSheetProps = Texts & {
  noun: "buyer" | "publisher" | "plan" | "target-group" | "agent-group";
  schema: NameSchema;
  description: string;
  start: Named;
  create: (body: Named) => Promise<{ id: string | number; name: string }>;
  onClose: () => void;
};

/** Makes a noun that is only a name. */
export const NewNamedSheet = (props: NewNamedSheetProps) => {
  const { noun, schema, word, hint, description, start, create, onClose } = props;
  const record = useCreateForm({ schema, values: start, create, onCreated: useCreated(noun) });
  return (
    <FormSheet
      record={record}
      title={`New ${word}`}
      description={description}
      saveText={`Create ${word}`}
      onClose={onClose}
    >
      <TextField control={record.form.control} name="name" label="Name" hint={hint} />
    </FormSheet>
  );
};

type EditNameProps<Noun> = Texts & {
  schema: NameSchema;
  found: Noun;
  update: (patch: Partial<Named> & { version: number }) => Promise<Noun>;
  reload: () => Promise<Noun>;
};

/** Changes the name of a noun. */
export const EditName = <Noun extends Named & { version: number }>(props: EditNameProps<Noun>) => {
  const { schema, found, update, reload, word, hint } = props;
  const { account } = useSession();
  const renew = useRenew();
  const record = useEditForm({
    schema,
    noun: found,
    toValues: ({ name }: Noun): Named => ({ name }),
    update,
    reload,
    onSaved: (_, changes) => {
      showSaved(changes, account);
      void renew();
    },
  });
  return (
    <PageForm record={record} label={`Settings of the ${word}`} saveText={`Save ${word}`}>
      <TextField control={record.form.control} name="name" label="Name" hint={hint} />
    </PageForm>
  );
};
