import {
  useController,
  type Control,
  type FieldPathByValue,
  type FieldValues,
  type UseControllerReturn,
} from "react-hook-form";
import { FormField } from "#components/form-field.tsx";

/** What every field takes; `Value` is what the form holds under `name`. */
export type FieldProps<Values extends FieldValues, Body, Value> = {
  control: Control<Values, unknown, Body>;
  name: FieldPathByValue<Values, Value>;
  label: string;
  hint?: string | undefined;
};

export type Field<Value> = {
  value: Value;
  error: string | undefined;
  ref: UseControllerReturn["field"]["ref"];
  onChange: (value: Value) => void;
  onBlur: () => void;
};

/** A field's value and fault; the one place where the form's types meet those of a control. */
export const useField = <Values extends FieldValues, Body, Value>({
  control,
  name,
}: Pick<FieldProps<Values, Body, Value>, "control" | "name">): Field<Value> => {
  const { field, fieldState } = useController({ control, name });
  return {
    value: field.value,
    error: fieldState.error?.message,
    ref: field.ref,
    onChange: field.onChange,
    onBlur: field.onBlur,
  };
};

type FieldFrameProps = Parameters<typeof FormField>[0] & { name: string };

/** A field with its place in the form: the server's objections find it by its name. */
export const FieldFrame = ({ name, ...props }: FieldFrameProps) => (
  <div data-field={name} className="min-w-0">
    <FormField {...props} />
  </div>
);
