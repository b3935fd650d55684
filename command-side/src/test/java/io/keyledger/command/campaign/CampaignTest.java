package io.keyledger.command.campaign;

import static io.keyledger.api.rejection.RejectionReason.CAMPAIGN_ARCHIVED;
import static io.keyledger.api.rejection.RejectionReason.CAMPAIGN_EXTERNAL_ID_INVALID;
import static io.keyledger.api.rejection.RejectionReason.CAMPAIGN_EXTERNAL_ID_TAKEN;
import static io.keyledger.api.rejection.RejectionReason.CAMPAIGN_ID_TAKEN;
import static io.keyledger.api.rejection.RejectionReason.CAMPAIGN_IN_USE;
import static io.keyledger.api.rejection.RejectionReason.COLLECTION_MISSING;
import static io.keyledger.api.rejection.RejectionReason.COLLECTION_UNKNOWN;
import static io.keyledger.api.rejection.RejectionReason.CONDITION_FIELD_UNKNOWN;
import static io.keyledger.api.rejection.RejectionReason.CONDITION_VALUE_INVALID;
import static io.keyledger.api.rejection.RejectionReason.FIELD_NAME_INVALID;
import static io.keyledger.api.rejection.RejectionReason.FILTER_IN_USE;
import static io.keyledger.api.rejection.RejectionReason.FILTER_NAME_INVALID;
import static io.keyledger.api.rejection.RejectionReason.FILTER_TOO_LARGE;
import static io.keyledger.api.rejection.RejectionReason.FILTER_UNKNOWN;
import static io.keyledger.api.rejection.RejectionReason.NAME_INVALID;
import static io.keyledger.api.rejection.RejectionReason.SCHEMA_BREAKS_FILTER;
import static io.keyledger.api.rejection.RejectionReason.WORKSPACE_UNKNOWN;
import static io.keyledger.command.examples.ExampleHub.HUB;
import static io.keyledger.command.examples.ExampleKey.WORKSPACE;

import io.keyledger.api.access.Condition;
import io.keyledger.api.access.Operator;
import io.keyledger.api.campaign.CampaignCommand.ArchiveCampaign;
import io.keyledger.api.campaign.CampaignCommand.ChangeCampaign;
import io.keyledger.api.campaign.CampaignCommand.ChangeCampaignSchema;
import io.keyledger.api.campaign.CampaignCommand.CreateCampaign;
import io.keyledger.api.campaign.CampaignCommand.DefineCampaignFilter;
import io.keyledger.api.campaign.CampaignCommand.RemoveCampaignFilter;
import io.keyledger.api.campaign.CampaignCommand.RenameCampaign;
import io.keyledger.api.campaign.CampaignEvent.CampaignArchived;
import io.keyledger.api.campaign.CampaignEvent.CampaignCreated;
import io.keyledger.api.campaign.CampaignEvent.CampaignFilterChanged;
import io.keyledger.api.campaign.CampaignEvent.CampaignFilterDefined;
import io.keyledger.api.campaign.CampaignEvent.CampaignFilterRemoved;
import io.keyledger.api.campaign.CampaignEvent.CampaignRenamed;
import io.keyledger.api.campaign.CampaignEvent.CampaignSchemaChanged;
import io.keyledger.api.campaign.CampaignId;
import io.keyledger.api.campaign.CampaignSchema;
import io.keyledger.api.campaign.CampaignSchema.Field;
import io.keyledger.api.campaign.CampaignSchema.Select;
import io.keyledger.api.campaign.FieldType;
import io.keyledger.api.campaign.FilterBinding;
import io.keyledger.api.hub.RowCollection;
import io.keyledger.api.rejection.RejectionReason;
import io.keyledger.api.workspace.WorkspaceId;
import io.keyledger.command.CommandSide;
import io.keyledger.command.examples.ExampleHub;
import io.keyledger.command.examples.KnownCampaigns;
import io.keyledger.command.examples.KnownHubs;
import io.keyledger.command.examples.KnownWorkspaces;
import io.keyledger.command.examples.Rejected;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CampaignTest {

    private static final CampaignId SPRING = new CampaignId("cmp_SpringSpringSpringSp");
    private static final CampaignId OTHER = new CampaignId("cmp_0therOtherOtherOther");
    private static final String VENDOR = "Vendor XYZ";

    private static final CampaignSchema SCHEMA =
            new CampaignSchema(
                    List.of(
                            new Field("name", "Name", FieldType.TEXT, true, null),
                            new Field("age", "Age", FieldType.NUMBER, false, null),
                            new Field("born", "Born", FieldType.DATE, false, null),
                            new Field("seen", "Seen", FieldType.DATE_TIME, false, null),
                            new Field("consent", "Consent", FieldType.CHECKBOX, false, null),
                            new Field("source", "Source", FieldType.SELECT, true, "Sources")),
                    List.of(new Select("Sources", List.of(VENDOR, "Web"))),
                    List.of("New", "Won"));
    private static final CampaignCreated CREATED = created("leads", "campaign", "1");
    private static final List<Condition> FROM_VENDOR = List.of(equal("source", VENDOR));
    private static final CampaignFilterDefined DEFINED =
            new CampaignFilterDefined(SPRING, VENDOR, FROM_VENDOR);

    private final KnownHubs hubs =
            KnownHubs.of(
                    ExampleHub.withCollections(new RowCollection("leads", "campaign", "campaign")));
    private final KnownCampaigns campaigns = new KnownCampaigns();
    private final FixtureConfiguration<Campaign> fixture =
            new AggregateTestFixture<>(Campaign.class)
                    .registerCommandTargetResolver(CommandSide.targets())
                    .registerInjectableResources(
                            hubs, new KnownWorkspaces().with(WORKSPACE, HUB), campaigns);

    private ResultValidator<Campaign> creating(CreateCampaign command) {
        return fixture.givenNoPriorActivity().when(command);
    }

    private ResultValidator<Campaign> having(Object command, Object... earlier) {
        return fixture.given(CREATED).andGiven(earlier).when(command);
    }

    private static void assertRefused(
            ResultValidator<Campaign> result,
            RejectionReason reason,
            String field,
            @Nullable String value) {
        result.expectException(Rejected.because(reason, field, value)).expectNoEvents();
    }

    private static void assertRefused(ResultValidator<Campaign> result, RejectionReason reason) {
        result.expectException(Rejected.because(reason)).expectNoEvents();
    }

    private static void assertNothingChanged(ResultValidator<Campaign> result) {
        result.expectSuccessfulHandlerExecution().expectNoEvents();
    }

    @Nested
    class Creating {

        @Test
        void takesACampaignIntoTheLedger() {
            creating(create(null, "1")).expectEvents(CREATED);
        }

        @Test
        void givesItItsOwnIdWhereTheHubHasNone() {
            creating(create(null, null)).expectEvents(created("leads", "campaign", SPRING.value()));
        }

        @Test
        void againWithEqualValuesChangesNothingWhateverHappenedSince() {
            campaigns.with("1", SPRING);
            assertNothingChanged(
                    having(create(null, "1"), new CampaignRenamed(SPRING, "Spring", "May")));
        }

        @Test
        void againWithOtherValuesIsRefused() {
            assertRefused(having(create(null, "2")), CAMPAIGN_ID_TAKEN, "id", SPRING.value());
        }

        @Test
        void underAnExternalIdThatIsTakenIsRefused() {
            campaigns.with("1", OTHER);
            assertRefused(
                    creating(create(null, "1")), CAMPAIGN_EXTERNAL_ID_TAKEN, "externalId", "1");
        }

        @ParameterizedTest
        @ValueSource(strings = {"a/b", "a%2Fb", "a;b", "a\\b", ".", "..", "a\nb", " "})
        void underAnExternalIdThatCannotStandInAPathIsRefused(String id) {
            String shown = id.replace('\n', '\uFFFD');
            assertRefused(
                    creating(create(null, id)), CAMPAIGN_EXTERNAL_ID_INVALID, "externalId", shown);
        }

        @ParameterizedTest
        @ValueSource(strings = {"søren", "a b", "a.b", "東京", "x+y"})
        void underAnExternalIdThatIsEncodedInPathsIsFine(String id) {
            creating(create(null, id)).expectEvents(created("leads", "campaign", id));
        }

        @Test
        void inAHubWithoutCollectionsIsRefused() {
            hubs.publish(ExampleHub.PROFILE);
            assertRefused(creating(create(null, "1")), COLLECTION_UNKNOWN, "collection", null);
        }

        @Test
        void ofACollectionThatTheHubDoesNotHaveIsRefused() {
            assertRefused(
                    creating(create("deals", "1")), COLLECTION_UNKNOWN, "collection", "deals");
        }

        @Test
        void inAHubWithSeveralCollectionsNamesOne() {
            hubs.publish(
                    ExampleHub.withCollections(
                            new RowCollection("leads", "campaign", "campaign"),
                            new RowCollection("calls", "line", "line")));
            assertRefused(creating(create(null, "1")), COLLECTION_MISSING, "collection", null);
        }

        @Test
        void inAHubWithSeveralCollectionsTakesTheNamedOne() {
            hubs.publish(
                    ExampleHub.withCollections(
                            new RowCollection("leads", "campaign", "campaign"),
                            new RowCollection("calls", "line", "line")));
            creating(create("calls", "1")).expectEvents(created("calls", "line", "1"));
        }

        @Test
        void inAWorkspaceThatThereIsNotIsRefused() {
            WorkspaceId nowhere = new WorkspaceId("ws_N0whereNowhereNowher");
            assertRefused(
                    creating(new CreateCampaign(SPRING, nowhere, null, "Spring", "1", SCHEMA)),
                    WORKSPACE_UNKNOWN,
                    "workspace",
                    nowhere.value());
        }

        @Test
        void withASchemaThatCannotBeUnderstoodIsRefused() {
            CampaignSchema schema =
                    new CampaignSchema(
                            List.of(new Field("1st", "First", FieldType.TEXT, true, null)),
                            List.of(),
                            List.of());
            assertRefused(
                    creating(new CreateCampaign(SPRING, WORKSPACE, null, "Spring", "1", schema)),
                    FIELD_NAME_INVALID,
                    "schema.fields",
                    "1st");
        }
    }

    @Nested
    class Renaming {

        @Test
        void changesTheName() {
            having(new RenameCampaign(SPRING, "May"))
                    .expectEvents(new CampaignRenamed(SPRING, "Spring", "May"));
        }

        @Test
        void toTheSameNameChangesNothing() {
            assertNothingChanged(having(new RenameCampaign(SPRING, "Spring")));
        }

        @Test
        void toNoNameIsRefused() {
            assertRefused(having(new RenameCampaign(SPRING, "")), NAME_INVALID, "name", "");
        }

        @Test
        void anArchivedCampaignIsRefused() {
            assertRefused(
                    having(new RenameCampaign(SPRING, "May"), new CampaignArchived(SPRING)),
                    CAMPAIGN_ARCHIVED);
        }
    }

    @Nested
    class ChangingTheSchema {

        private static final CampaignSchema WITHOUT_WEB =
                new CampaignSchema(
                        SCHEMA.fields(),
                        List.of(new Select("Sources", List.of(VENDOR))),
                        SCHEMA.statuses());
        private static final CampaignSchema WITHOUT_VENDOR =
                new CampaignSchema(
                        SCHEMA.fields(),
                        List.of(new Select("Sources", List.of("Web"))),
                        SCHEMA.statuses());

        @Test
        void replacesIt() {
            having(new ChangeCampaignSchema(SPRING, WITHOUT_VENDOR))
                    .expectEvents(new CampaignSchemaChanged(SPRING, SCHEMA, WITHOUT_VENDOR));
        }

        @Test
        void toAnEqualOneChangesNothing() {
            assertNothingChanged(having(new ChangeCampaignSchema(SPRING, SCHEMA)));
        }

        @Test
        void thatLeavesItsFiltersAloneIsFine() {
            having(new ChangeCampaignSchema(SPRING, WITHOUT_WEB), DEFINED)
                    .expectEvents(new CampaignSchemaChanged(SPRING, SCHEMA, WITHOUT_WEB));
        }

        @Test
        void thatTakesAnOptionFromAFilterIsRefused() {
            assertRefused(
                    having(new ChangeCampaignSchema(SPRING, WITHOUT_VENDOR), DEFINED),
                    SCHEMA_BREAKS_FILTER,
                    "schema",
                    VENDOR);
        }

        @Test
        void thatTakesTheFieldFromAFilterIsRefused() {
            assertRefused(
                    having(new ChangeCampaignSchema(SPRING, CampaignSchema.EMPTY), DEFINED),
                    SCHEMA_BREAKS_FILTER,
                    "schema",
                    VENDOR);
        }

        @Test
        void isFreeAgainWhenTheFilterIsGone() {
            having(
                            new ChangeCampaignSchema(SPRING, WITHOUT_VENDOR),
                            DEFINED,
                            new CampaignFilterRemoved(SPRING, VENDOR, FROM_VENDOR))
                    .expectEvents(new CampaignSchemaChanged(SPRING, SCHEMA, WITHOUT_VENDOR));
        }

        @Test
        void withANewNameThatIsRefusedChangesNeither() {
            ChangeCampaign both =
                    new ChangeCampaign(
                            SPRING,
                            List.of(
                                    new ChangeCampaignSchema(SPRING, WITHOUT_WEB),
                                    new RenameCampaign(SPRING, "")));
            assertRefused(having(both), NAME_INVALID, "name", "");
        }
    }

    @Nested
    class DefiningAFilter {

        @Test
        void namesItsConditions() {
            having(define(VENDOR, equal("source", VENDOR))).expectEvents(DEFINED);
        }

        @Test
        void againWithEqualConditionsChangesNothing() {
            assertNothingChanged(having(define(VENDOR, equal("source", VENDOR)), DEFINED));
        }

        @Test
        void againWithOtherConditionsChangesIt() {
            Condition web = equal("source", "Web");
            having(define(VENDOR, web), DEFINED)
                    .expectEvents(
                            new CampaignFilterChanged(SPRING, VENDOR, FROM_VENDOR, List.of(web)));
        }

        @Test
        void onTheStatusIsFine() {
            Condition won = equal("status", "Won");
            having(define("Won", won))
                    .expectEvents(new CampaignFilterDefined(SPRING, "Won", List.of(won)));
        }

        @Test
        void onAFieldThatTheSchemaDoesNotHaveIsRefused() {
            assertRefused(
                    having(define(VENDOR, equal("vendor", VENDOR))),
                    CONDITION_FIELD_UNKNOWN,
                    "conditions",
                    "vendor");
        }

        @ParameterizedTest
        @CsvSource({
            "source, vendor xyz",
            "status, Lost",
            "age, forty",
            "age, 1e3",
            "age, 007",
            "born, 2026-02-30",
            "born, 22.11.2026",
            "seen, 2026-11-22",
            "consent, yes",
            "name, ' '"
        })
        void forAValueThatTheFieldCannotHaveIsRefused(String field, String value) {
            assertRefused(
                    having(define(VENDOR, equal(field, value))),
                    CONDITION_VALUE_INVALID,
                    "conditions",
                    value);
        }

        @ParameterizedTest
        @CsvSource({
            "source, Web",
            "status, New",
            "age, -40.5",
            "born, 2024-02-29",
            "seen, 2026-11-22T12:00:00Z",
            "consent, true",
            "name, <script>alert(1)</script>"
        })
        void forAValueThatTheFieldCanHaveIsFine(String field, String value) {
            having(define("Some", equal(field, value)))
                    .expectEvents(
                            new CampaignFilterDefined(
                                    SPRING, "Some", List.of(equal(field, value))));
        }

        @Test
        void ofSeveralValuesChecksEachOfThem() {
            Condition condition =
                    new Condition("source", Operator.IN, List.of("Web", VENDOR, "Radio"));
            assertRefused(
                    having(define("Some", condition)),
                    CONDITION_VALUE_INVALID,
                    "conditions",
                    "Radio");
        }

        @Test
        void withoutConditionsIsRefused() {
            assertRefused(
                    having(new DefineCampaignFilter(SPRING, VENDOR, List.of())),
                    FILTER_TOO_LARGE,
                    "conditions",
                    null);
        }

        /** It has to fit into the header that a gateway passes on. */
        @Test
        void thatDoesNotFitIntoAHeaderIsRefused() {
            Condition long200 = equal("name", "é".repeat(200));
            having(define("One", long200))
                    .expectEvents(new CampaignFilterDefined(SPRING, "One", List.of(long200)));
            assertRefused(
                    having(define("Two", long200, equal("name", "é".repeat(150)))),
                    FILTER_TOO_LARGE,
                    "conditions",
                    null);
        }

        @ParameterizedTest
        @ValueSource(strings = {"a/b", "..", "100%", "a;b"})
        void underANameThatCannotStandInAPathIsRefused(String name) {
            assertRefused(
                    having(define(name, equal("source", "Web"))),
                    FILTER_NAME_INVALID,
                    "filter",
                    name);
        }

        @Test
        void ofAnArchivedCampaignIsRefused() {
            assertRefused(
                    having(define("Web", equal("source", "Web")), new CampaignArchived(SPRING)),
                    CAMPAIGN_ARCHIVED);
        }
    }

    @Nested
    class RemovingAFilter {

        private final RemoveCampaignFilter remove = new RemoveCampaignFilter(SPRING, VENDOR);

        @Test
        void forgetsIt() {
            having(remove, DEFINED)
                    .expectEvents(new CampaignFilterRemoved(SPRING, VENDOR, FROM_VENDOR));
        }

        @Test
        void thatKeysAreBoundToIsRefused() {
            campaigns.bind(new FilterBinding(SPRING, VENDOR));
            assertRefused(having(remove, DEFINED), FILTER_IN_USE, "filter", VENDOR);
        }

        @Test
        void isFineWhileKeysAreBoundToAnother() {
            campaigns.bind(new FilterBinding(SPRING, "Web"));
            having(remove, DEFINED)
                    .expectEvents(new CampaignFilterRemoved(SPRING, VENDOR, FROM_VENDOR));
        }

        @Test
        void thatThereIsNotIsRefused() {
            assertRefused(having(remove), FILTER_UNKNOWN, "filter", VENDOR);
        }
    }

    @Nested
    class Archiving {

        private final ArchiveCampaign archive = new ArchiveCampaign(SPRING);

        @Test
        void endsTheCampaign() {
            having(archive).expectEvents(new CampaignArchived(SPRING));
        }

        @Test
        void againChangesNothing() {
            assertNothingChanged(having(archive, new CampaignArchived(SPRING)));
        }

        @Test
        void whileKeysAreBoundToItIsRefused() {
            campaigns.bind(new FilterBinding(SPRING, VENDOR));
            assertRefused(having(archive), CAMPAIGN_IN_USE);
        }
    }

    private static CampaignCreated created(String collection, String container, String id) {
        return new CampaignCreated(
                SPRING, WORKSPACE, HUB, collection, container, id, "Spring", SCHEMA);
    }

    private static CreateCampaign create(@Nullable String collection, @Nullable String id) {
        return new CreateCampaign(SPRING, WORKSPACE, collection, "Spring", id, SCHEMA);
    }

    private static DefineCampaignFilter define(String name, Condition... conditions) {
        return new DefineCampaignFilter(SPRING, name, List.of(conditions));
    }

    private static Condition equal(String field, String value) {
        return new Condition(field, Operator.EQUALS, List.of(value));
    }
}
