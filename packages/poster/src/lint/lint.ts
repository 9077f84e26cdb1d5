export interface LintWarning {
  code: string;
}
export const lintScene = (): LintWarning[] => [];
