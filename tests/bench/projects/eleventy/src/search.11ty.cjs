// What a search of the site would fetch: every page's title, address and words.
module.exports = class {
  data() {
    return { permalink: "/index.json", eleventyExcludeFromCollections: true };
  }

  render({ collections }) {
    const words = (html) => html.replace(/<[^>]*>/g, " ");
    return JSON.stringify(
      collections.all.map((page) => ({ title: page.data.title, location: page.url, text: words(page.content) })),
    );
  }
};
