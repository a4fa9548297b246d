import { useLocation, useSearch } from "wouter";

/** Which form is open over a page: one for something new, for many at once, for changing something, or for a copy of it. */
export type OpenForm = { kind: "new" | "import" } | { kind: "edit" | "clone"; id: string };

const parameter = "form";

export const readOpenForm = (text: string | null): OpenForm | null => {
  if (text === "new" || text === "import") return { kind: text };
  const [, kind, id] = /^(edit|clone)-(.+)$/.exec(text ?? "") ?? [];
  if (id === undefined) return null;
  return { kind: kind === "edit" ? "edit" : "clone", id };
};

export const writeOpenForm = (form: OpenForm): string =>
  "id" in form ? `${form.kind}-${form.id}` : form.kind;

/** The open form stands in the address, so that a link or the create menu opens it. */
export const useFormParam = () => {
  const [path, navigate] = useLocation();
  const search = useSearch();
  const toAddress = (form: OpenForm | null): string => {
    const params = new URLSearchParams(search);
    if (form === null) params.delete(parameter);
    else params.set(parameter, writeOpenForm(form));
    return params.size === 0 ? path : `${path}?${params.toString()}`;
  };
  return {
    form: readOpenForm(new URLSearchParams(search).get(parameter)),
    toAddress,
    open: (form: OpenForm): void => navigate(toAddress(form)),
    close: (): void => navigate(toAddress(null)),
  };
};
