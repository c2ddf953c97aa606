//! Options that buy tokens: the price list, its law, long requests, large bills, the end of sale.

use egui::Ui;
use weighbridge_engine::scenario::{
    Api, DecisionOption, OptionId, PriceLaw, Retirement, Successor,
};
use weighbridge_session::Action;
use weighbridge_units::Arg;

use super::chooser::Chooser;
use super::entries::Source;
use super::fields::{change_words, fact, owner, subtitle};
use crate::look::Look;
use crate::pages::Page;
use crate::pages::choices::choice_ui;
use crate::pages::figures::{Owner, figures_ui, group_ui};
use crate::pages::typed::{self, Words};
use crate::widgets::{Icon, button, choice, page};

/// The price list.
pub(super) fn list_card(
    ui: &mut Ui,
    page: &mut Page<'_>,
    option: &DecisionOption,
    api: &Api,
) -> Option<Chooser> {
    let text = page.text;
    let mut asked = None;
    let aid = text.get("options-card-price.help");
    page::card(ui, &text.get("options-card-price"), &aid, |ui| {
        let (change, said) = change_words(text, "options-card-price");
        let seller = text.get("options-seller");
        if fact(
            ui,
            &seller,
            &seller_words(page, api),
            Some((&change, &said)),
        ) {
            asked = Some(Chooser::price(option));
        }
        page::rule(ui);
        let fields = [
            "input_usd_per_million_tokens",
            "cached_input_usd_per_million_tokens",
            "cache_write_usd_per_million_tokens",
            "output_usd_per_million_tokens",
            "batch_discount",
            "negotiated_discount",
            "minimum_commitment_usd_per_month",
        ];
        figures_ui(ui, page, owner(&option.id), &api.token_plan, &fields);
    });
    asked
}

/// Who sells it, and whether the list is one of the user's own.
fn seller_words(page: &Page<'_>, api: &Api) -> String {
    let seller = match api.provider.as_str() {
        "" => page.text.get("value-unknown").into_owned(),
        provider => provider.to_owned(),
    };
    let records = page.session.catalogue().records();
    let price = records
        .prices
        .iter()
        .find(|price| Some(price.id.as_str()) == api.price_id.as_deref());
    match price {
        Some(price) if price.provenance.is_users() => {
            format!("{seller} · {}", page.text.get("options-own-record"))
        }
        _ => seller,
    }
}

/// How the list changes over the years.
pub(super) fn law_card(ui: &mut Ui, page: &mut Page<'_>, option: &DecisionOption, api: &Api) {
    let text = page.text;
    let aid = text.get("options-card-law.help");
    page::card(ui, &text.get("options-card-law"), &aid, |ui| {
        let keys = PriceLaw::ALL.map(PriceLaw::key);
        let path = format!("options.{}.price_law", option.id);
        let name = text.get("choice-price-law");
        choice_ui(
            ui,
            page,
            path,
            (&name, "price-law"),
            &keys,
            api.price_law.key(),
        );
        page::rule(ui);
        let fields = [
            "newest_of_tier_change_per_year",
            "equal_capability_change_per_year",
        ];
        figures_ui(ui, page, owner(&option.id), &api.token_plan, &fields);
    });
}

/// Dearer prices for long requests.
pub(super) fn tiers_card(ui: &mut Ui, page: &mut Page<'_>, option: &DecisionOption, api: &Api) {
    let text = page.text;
    let aid = text.get("options-card-tiers.help");
    page::card(ui, &text.get("options-card-tiers"), &aid, |ui| {
        for (index, tier) in api.tiers.iter().enumerate() {
            if entry_title(ui, page, "options-tier", index) {
                page.act(Action::RemoveContextTier {
                    option: option.id.clone(),
                    index,
                });
            }
            let owner = Owner {
                option: Some(&option.id),
                index: Some(index),
            };
            group_ui(ui, page, owner, tier);
        }
        let add = text.get("options-add-tier");
        if ui.add(button::quiet(&add).icon(Icon::Plus)).clicked() {
            page.act(Action::AddContextTier(option.id.clone()));
        }
    });
}

/// Reductions for large bills.
pub(super) fn discounts_card(ui: &mut Ui, page: &mut Page<'_>, option: &DecisionOption, api: &Api) {
    let text = page.text;
    let aid = text.get("options-card-discounts.help");
    page::card(ui, &text.get("options-card-discounts"), &aid, |ui| {
        for (index, step) in api.volume_discounts.iter().enumerate() {
            if entry_title(ui, page, "options-discount", index) {
                page.act(Action::RemoveVolumeDiscount {
                    option: option.id.clone(),
                    index,
                });
            }
            let owner = Owner {
                option: Some(&option.id),
                index: Some(index),
            };
            group_ui(ui, page, owner, step);
        }
        let add = text.get("options-add-discount");
        if ui.add(button::quiet(&add).icon(Icon::Plus)).clicked() {
            page.act(Action::AddVolumeDiscount(option.id.clone()));
        }
    });
}

/// The title of an entry of a list, with a button that removes it; says whether it was pressed.
fn entry_title(ui: &mut Ui, page: &Page<'_>, key: &str, index: usize) -> bool {
    let look = Look::of(ui);
    let text = page.text;
    let title = text.format(key, &[("number", Arg::from(index + 1))]);
    let remove = text.format("options-remove", &[("option", Arg::from(title.clone()))]);
    let mut pressed = false;
    page::two_ends(
        ui,
        &format!("{key}-{index}"),
        look.control_height(),
        |ui| {
            ui.add(egui::Label::new(look.strong(title)).wrap());
        },
        |ui| pressed = ui.add(button::glyph(Icon::Bin, &remove)).clicked(),
    );
    pressed
}

/// The end of sale, and what follows it.
pub(super) fn retirement_card(
    ui: &mut Ui,
    page: &mut Page<'_>,
    option: &DecisionOption,
    api: &Api,
) {
    let text = page.text;
    let aid = text.get("options-card-retirement.help");
    page::card(ui, &text.get("options-card-retirement"), &aid, |ui| {
        let (label, help) = (
            text.get("options-sold-until-field"),
            text.get("options-sold-until-field.help"),
        );
        let words = Words {
            id_salt: "sold_until",
            label: &label,
            help: &help,
        };
        let date = api.retirement.as_ref().map(|end| end.sold_until);
        if let Some(date) = typed::optional_date_ui(ui, text, words, date) {
            let retirement = date.map(|sold_until| {
                let old = api.retirement.clone();
                let (successor_name, successor) =
                    old.map_or((None, None), |end| (end.successor_name, end.successor));
                Retirement {
                    sold_until,
                    successor_name,
                    successor,
                }
            });
            set_retirement(page, &option.id, retirement);
        }
        if let Some(end) = &api.retirement {
            successor_ui(ui, page, option, api, end);
        }
    });
}

fn successor_ui(
    ui: &mut Ui,
    page: &mut Page<'_>,
    option: &DecisionOption,
    api: &Api,
    end: &Retirement,
) {
    let text = page.text;
    let mut follows = end.successor.is_some();
    if choice::toggle(ui, &mut follows, &text.get("options-successor-follows")).changed() {
        let successor = follows.then(|| same_prices(api));
        let name = successor
            .as_ref()
            .map(|_| text.get("options-successor-unnamed").into_owned());
        let retirement = Retirement {
            successor_name: name,
            successor,
            ..end.clone()
        };
        set_retirement(page, &option.id, Some(retirement));
    }
    let Some(successor) = &end.successor else {
        return;
    };
    let (label, help) = (
        text.get("options-successor-name"),
        text.get("options-successor-name.help"),
    );
    let words = Words {
        id_salt: "successor_name",
        label: &label,
        help: &help,
    };
    let name = end.successor_name.as_deref().unwrap_or_default();
    if let Some(name) = typed::text_ui(ui, words, name, 1) {
        let successor_name = Some(name).filter(|name| !name.is_empty());
        set_retirement(
            page,
            &option.id,
            Some(Retirement {
                successor_name,
                ..end.clone()
            }),
        );
    }
    subtitle(ui, &text.get("options-successor-prices"));
    group_ui(ui, page, owner(&option.id), successor);
}

/// A successor at today's prices, for the user to change.
fn same_prices(api: &Api) -> Successor {
    let plan = &api.token_plan;
    Successor {
        input_usd_per_million_tokens: plan.input_usd_per_million_tokens.clone(),
        cached_input_usd_per_million_tokens: plan.cached_input_usd_per_million_tokens.clone(),
        cache_write_usd_per_million_tokens: plan.cache_write_usd_per_million_tokens.clone(),
        output_usd_per_million_tokens: plan.output_usd_per_million_tokens.clone(),
        ..Successor::default()
    }
}

fn set_retirement(page: &mut Page<'_>, option: &OptionId, retirement: Option<Retirement>) {
    page.act(Action::SetRetirement {
        option: option.clone(),
        retirement,
    });
}

/// Where a model stands in its life at the case's date, for its facts.
pub(super) fn sale_words(page: &Page<'_>, model: &str) -> Option<String> {
    let source = Source::of(page);
    let model = source.catalogue.model(model)?;
    source.sale_words(model)
}
