// The look in one place: two faces, one accent, few hues. Colours are chosen to be told apart by people
// who see red and green alike (Okabe and Ito's palette, darkened for text), and never alone carry meaning.

import {
  createTheme,
  type MantineColorsTuple,
  NativeSelect,
  NumberInput,
  Textarea,
  TextInput,
} from "@mantine/core";

/** The throughline's own colour, a deep teal, from lightest to darkest. */
const line: MantineColorsTuple = [
  "#eaf5f5",
  "#d3e8e9",
  "#a7d1d4",
  "#78b9bd",
  "#52a4aa",
  "#38969d",
  "#1f7f87",
  "#17666d",
  "#0f5157",
  "#073c41",
];

/** For what cannot be undone: a burnt orange, which stays apart from the teal for every eye. */
const alert: MantineColorsTuple = [
  "#fdf1ea",
  "#f9dfd1",
  "#f5c9b3",
  "#f2b597",
  "#f0a58a",
  "#e0855f",
  "#c2552a",
  "#9a3412",
  "#7c2a0f",
  "#5c1f0b",
];

export const theme = createTheme({
  primaryColor: "line",
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  colors: { line, alert },
  fontFamily: '"Source Serif 4 Variable", Georgia, serif',
  fontFamilyMonospace: '"Inter Variable", system-ui, sans-serif',
  headings: { fontFamily: '"Source Serif 4 Variable", Georgia, serif', fontWeight: "600" },
  defaultRadius: "sm",
  cursorType: "pointer",
  // Words are read, not scanned: nothing that is asked is set smaller than the text around it needs.
  fontSizes: { xs: "0.9rem", sm: "1rem", md: "1.0625rem" },
  components: {
    TextInput: TextInput.extend({ defaultProps: { size: "md" } }),
    NumberInput: NumberInput.extend({ defaultProps: { size: "md" } }),
    NativeSelect: NativeSelect.extend({ defaultProps: { size: "md" } }),
    Textarea: Textarea.extend({ defaultProps: { size: "md" } }),
  },
  respectReducedMotion: true,
});
