import { Upload } from "lucide-react";
import { useRef, type ChangeEvent, type ReactNode } from "react";
import { Button } from "#ui/button.tsx";

type FileButtonProps = {
  /** Names the choice of a file to assistive technology. */
  label: string;
  disabled?: boolean;
  onFile: (file: { name: string; text: string }) => void;
  children: ReactNode;
};

/** Reads a text file of this computer. */
export const FileButton = ({ label, disabled = false, onFile, children }: FileButtonProps) => {
  const input = useRef<HTMLInputElement>(null);
  const read = async ({ target }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const [file] = target.files ?? [];
    if (file !== undefined) onFile({ name: file.name, text: await file.text() });
    target.value = "";
  };
  return (
    <div>
      <input
        ref={input}
        type="file"
        accept=".csv,.txt,text/csv,text/plain"
        aria-label={label}
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => void read(event)}
      />
      <Button disabled={disabled} onClick={() => input.current?.click()}>
        <Upload aria-hidden />
        {children}
      </Button>
    </div>
  );
};
