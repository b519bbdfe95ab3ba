export default () => ({ dir: { input: "src", output: "site" }, markdownTemplateEngine: false });
