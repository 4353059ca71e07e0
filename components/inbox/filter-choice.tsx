import { useId, type ReactNode } from "react";
import { Select } from "@/components/ui/select";

type FilterChoiceProps = {
  label: string;
  value: string;
  /** Stands for no filter; null where one is always chosen. */
  any: string | null;
  onChange: (value: string) => void;
  children: ReactNode;
};

/** A filter with its name above it. `children`: the options. */
export function FilterChoice({ label, value, any, onChange, children }: FilterChoiceProps) {
  const id = useId();
  return (
    <div className="grid min-w-0 gap-1 sm:w-40">
      <label htmlFor={id} className="text-xs font-medium text-ink-faint">
        {label}
      </label>
      <Select id={id} className="w-full" value={value} onChange={(event) => onChange(event.target.value)}>
        {any !== null && <option value="">{any}</option>}
        {children}
      </Select>
    </div>
  );
}
