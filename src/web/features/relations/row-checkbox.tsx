import classes from './row-checkbox.module.css';

interface Props {
  readonly label: string;
  readonly isChecked: boolean;
  readonly onToggle: (isRange: boolean) => void;
}

/** A box of one element, where a table draws dozens of them at once; it looks like the one in the head. */
export function RowCheckbox({ label, isChecked, onToggle }: Props) {
  return (
    <input
      type="checkbox"
      className={classes.box}
      tabIndex={-1}
      aria-label={label}
      checked={isChecked}
      onClick={(event) => {
        event.stopPropagation();
        onToggle(event.shiftKey);
      }}
      readOnly
    />
  );
}
