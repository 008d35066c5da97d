// Which field a career belongs to, in words that people use: by the code's major group, but that selling,
// marketing, people and leading a team each have a name of their own, wherever the classification puts them.

/** Beginnings of SOC codes and the field that they mean; the longest that fits is taken. */
const FIELDS: readonly { readonly name: string; readonly codes: readonly string[] }[] = [
  { name: "Sales", codes: ["41", "11-2022"] },
  {
    name: "Marketing and public relations",
    codes: ["11-2011", "11-2021", "11-2032", "11-2033", "13-1131", "13-1161", "27-3031", "41-3011"],
  },
  { name: "Leading and managing", codes: ["11", "33-1", "35-1", "37-1", "39-1", "41-1", "43-1"] },
  { name: "Leading and managing", codes: ["45-1", "47-1", "49-1", "51-1", "53-1"] },
  {
    name: "Human resources and training",
    codes: ["11-311", "11-312", "11-313", "13-107", "13-114", "13-115", "43-4161"],
  },
  {
    name: "Finance and insurance",
    codes: ["13-2", "11-3031", "43-3", "43-4011", "43-4041", "43-4131", "43-4141", "43-9041"],
  },
  { name: "Business and projects", codes: ["13", "11-9151"] },
  { name: "Computing and networks", codes: ["15-1", "11-3021"] },
  { name: "Figures and research", codes: ["15-2", "19"] },
  { name: "Engineering and building design", codes: ["17", "11-9041"] },
  { name: "Social work and advice", codes: ["21", "11-9151"] },
  { name: "Law", codes: ["23"] },
  { name: "Teaching and libraries", codes: ["25", "11-903"] },
  { name: "Art, media and writing", codes: ["27"] },
  { name: "Health care", codes: ["29", "31", "11-9111", "43-6013"] },
  { name: "Safety and protection", codes: ["33"] },
  { name: "Food and hospitality", codes: ["35", "11-9051", "11-9081", "43-4081"] },
  { name: "Cleaning and grounds", codes: ["37"] },
  { name: "Personal care and leisure", codes: ["39"] },
  { name: "Office and administration", codes: ["43"] },
  { name: "Farming and forests", codes: ["45", "11-9013"] },
  { name: "Building and mining", codes: ["47", "11-9021"] },
  { name: "Fitting and repair", codes: ["49"] },
  { name: "Making things", codes: ["51"] },
  { name: "Transport and warehouses", codes: ["53", "11-3071", "43-5"] },
  { name: "Armed forces", codes: ["55"] },
];

/** Of an occupation whose code tells no field. */
export const OTHER_FIELD = "Other work";

/** Returns the field of an occupation by its SOC or O*NET-SOC code. */
export function careerFieldOf(occupationId: string): string {
  let best = { name: OTHER_FIELD, length: 0 };
  for (const { name, codes } of FIELDS) {
    for (const code of codes) {
      if (code.length > best.length && occupationId.startsWith(code)) {
        best = { name, length: code.length };
      }
    }
  }
  return best.name;
}
