package org.supervision.workflow.process;

import java.net.http.HttpClient;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.TenantQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.IdentityProviderException;
import org.camunda.bpm.engine.impl.identity.db.DbGroupQueryImpl;
import org.camunda.bpm.engine.impl.identity.db.DbTenantQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.TenantEntity;
import org.camunda.bpm.extension.keycloak.CacheableKeycloakCheckPasswordCall;
import org.camunda.bpm.extension.keycloak.CacheableKeycloakGroupQuery;
import org.camunda.bpm.extension.keycloak.CacheableKeycloakUserQuery;
import org.camunda.bpm.extension.keycloak.KeycloakConfiguration;
import org.camunda.bpm.extension.keycloak.KeycloakContextProvider;
import org.camunda.bpm.extension.keycloak.KeycloakGroupQuery;
import org.camunda.bpm.extension.keycloak.KeycloakGroupService;
import org.camunda.bpm.extension.keycloak.KeycloakIdentityProviderFactory;
import org.camunda.bpm.extension.keycloak.KeycloakIdentityProviderSession;
import org.camunda.bpm.extension.keycloak.KeycloakUserQuery;
import org.camunda.bpm.extension.keycloak.KeycloakUserService;
import org.camunda.bpm.extension.keycloak.cache.QueryCache;
import org.camunda.bpm.extension.keycloak.rest.KeycloakRestTemplate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;
import org.supervision.identity.GroupPath;
import org.supervision.workflow.KeycloakSettings;

/**
 * People and groups of the engine's web applications: lists straight from Keycloak, one person as {@link KeycloakAccounts}
 * keeps them, which was asked for before they came in. A government is the first part of a path; groups that are no posts
 * are none, least of all one called {@code camunda-admin}.
 */
@Component
@Profile("keycloak")
class KeycloakIdentities implements EngineIdentities {

    private static final ReadableIdentities KEPT = new ReadableIdentities();

    private final KeycloakSettings settings;
    private final KeycloakCalls calls;

    KeycloakIdentities(KeycloakSettings settings, KeycloakCalls calls) {
        this.settings = settings;
        this.calls = calls;
    }

    @Override
    public SessionFactory sessions() {
        KeycloakConfiguration configuration = new KeycloakConfiguration();
        configuration.setKeycloakIssuerUrl(settings.realm());
        configuration.setKeycloakAdminUrl(settings.directory());
        configuration.setClientId(settings.directoryClientId());
        configuration.setClientSecret(settings.directorySecret());
        configuration.setUseUsernameAsCamundaUserId(true);
        configuration.setUseGroupPathAsCamundaGroupId(true);
        configuration.setEnforceSubgroupsInGroupQuery(true);
        return new Sessions(configuration, calls);
    }

    private static final class Sessions extends KeycloakIdentityProviderFactory {

        private final KeycloakCalls calls;

        private Sessions(KeycloakConfiguration configuration, KeycloakCalls calls) {
            super(configuration, List.of());
            this.calls = calls;
            JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(KeycloakSettings.PATIENCE)
                    .build());
            requests.setReadTimeout(KeycloakSettings.PATIENCE);
            restTemplate.setRequestFactory(requests);
        }

        @Override
        public Session openSession() {
            return new Identities(
                    calls,
                    keycloakConfiguration,
                    restTemplate,
                    keycloakContextProvider,
                    userQueryCache,
                    groupQueryCache,
                    checkPasswordCache);
        }
    }

    private static final class Identities extends KeycloakIdentityProviderSession {

        private final KeycloakCalls calls;

        private Identities(
                KeycloakCalls calls,
                KeycloakConfiguration configuration,
                KeycloakRestTemplate http,
                KeycloakContextProvider tokens,
                QueryCache<CacheableKeycloakUserQuery, List<User>> users,
                QueryCache<CacheableKeycloakGroupQuery, List<Group>> groups,
                QueryCache<CacheableKeycloakCheckPasswordCall, Boolean> passwords) {
            super(configuration, http, tokens, users, groups, passwords);
            this.calls = calls;
            this.userService = new KeycloakUserService(configuration, http, tokens) {
                @Override
                protected boolean matchesLike(@Nullable String pattern, @Nullable String text) {
                    return LikePattern.matches(pattern, text);
                }
            };
            this.groupService = new KeycloakGroupService(configuration, http, tokens) {
                @Override
                protected boolean matchesLike(@Nullable String pattern, @Nullable String text) {
                    return LikePattern.matches(pattern, text);
                }
            };
        }

        /** Passwords are Keycloak's own. */
        @Override
        public boolean checkPassword(String userId, String password) {
            return false;
        }

        /** One person as {@link KeycloakFollowing} keeps them, under the name they have here. */
        @Override
        protected List<User> findUserByQueryCriteria(KeycloakUserQuery query) {
            return query.getId() == null ? said(() -> super.findUserByQueryCriteria(query)) : person(query.getId());
        }

        @Override
        protected List<Group> findGroupByQueryCriteria(KeycloakGroupQuery query) {
            List<Group> found =
                    query.getUserId() == null ? said(() -> super.findGroupByQueryCriteria(query)) : postsOf(query);
            return found.stream()
                    .filter(group -> GroupPath.parse(group.getId()).isPresent())
                    .toList();
        }

        /** Lists are Keycloak's own; without it they are empty. */
        private <T> List<T> said(Supplier<List<T>> there) {
            if (calls.isSilent()) {
                return List.of();
            }
            try {
                return there.get();
            } catch (IdentityProviderException | RestClientException e) {
                if (!isSilence(e)) {
                    // What was asked is nothing Keycloak knows; that is no reason to stop listening to it.
                    return List.of();
                }
                calls.fallsSilent(e);
                return List.of();
            }
        }

        private static boolean isSilence(Throwable failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof ResourceAccessException) {
                    return true;
                }
            }
            return false;
        }

        private static List<User> person(String username) {
            User person = asFarAsReadable(username, () -> KEPT.findUserById(username));
            return person == null ? List.of() : List.of(person);
        }

        /** Everybody may read the own posts, and whose they are the application itself. */
        private static List<Group> postsOf(KeycloakGroupQuery asked) {
            DbGroupQueryImpl query = new DbGroupQueryImpl();
            query.groupMember(asked.getUserId());
            if (asked.getId() != null) {
                query.groupId(asked.getId());
            }
            if (asked.getIds() != null) {
                query.groupIdIn(asked.getIds());
            }
            return asFarAsReadable(asked.getUserId(), () -> KEPT.findGroupByQueryCriteria(query));
        }

        private static <T> T asFarAsReadable(String username, Supplier<T> question) {
            CommandContext context = Context.getCommandContext();
            String caller = context.getAuthenticatedUserId();
            return caller == null || caller.equals(username)
                    ? context.runWithoutAuthorization(question::get)
                    : question.get();
        }

        @Override
        public TenantQuery createTenantQuery() {
            return new Governments(Context.getProcessEngineConfiguration().getCommandExecutorTxRequired());
        }

        @Override
        public TenantQuery createTenantQuery(CommandContext context) {
            return new Governments(null);
        }

        @Override
        public @Nullable Tenant findTenantById(String id) {
            return KEPT.findTenantById(id);
        }
    }

    /** Of a person the governments of their posts, else those that are served. */
    private static final class Governments extends TenantQueryImpl {

        private static final long serialVersionUID = 1L;

        private Governments(@Nullable CommandExecutor executor) {
            super(executor);
        }

        @Override
        public long executeCount(CommandContext context) {
            return executeList(context, null).size();
        }

        @Override
        public List<Tenant> executeList(CommandContext context, @Nullable Page page) {
            if (getUserId() == null) {
                return KEPT.findTenantByQueryCriteria(new DbTenantQueryImpl());
            }
            return context
                    .getReadOnlyIdentityProvider()
                    .createGroupQuery(context)
                    .groupMember(getUserId())
                    .list()
                    .stream()
                    .flatMap(group -> GroupPath.parse(group.getId()).stream())
                    .flatMap(post -> Optional.ofNullable(post.government()).stream())
                    .distinct()
                    .<Tenant>map(TenantEntity::new)
                    .toList();
        }
    }
}
