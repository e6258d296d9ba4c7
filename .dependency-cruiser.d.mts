declare const rules: {
  forbidden: { name: string; comment: string; severity: string; from: object; to: object }[];
  options: object;
};
export default rules;
